"""The topics and contacts of the demo site, and the text of its contact page.

Contacts are roles: staff enter names and real addresses in the CMS. The telephone numbers are nobody's.
"""

from home.content.text import Ref, T

TOPICS = [
    {
        "key": "encounter",
        "name": T(fi="Kohtaaminen", sv="Bemötande", en="Encounter"),
        "slug": T(fi="kohtaaminen", sv="bemotande", en="encounter"),
    },
    {
        "key": "participation",
        "name": T(fi="Osallisuus", sv="Delaktighet", en="Inclusion"),
        "slug": T(fi="osallisuus", sv="delaktighet", en="inclusion"),
    },
    {
        "key": "associations",
        "name": T(fi="Järjestöyhteistyö", sv="Organisationssamarbete", en="Cooperation with associations"),
        "slug": T(
            fi="jarjestoyhteistyo",
            sv="organisationssamarbete",
            en="cooperation-with-associations",
        ),
    },
    {
        "key": "experience",
        "name": T(fi="Kokemusasiantuntijuus", sv="Erfarenhetsexpertis", en="Expertise by experience"),
        "slug": T(fi="kokemusasiantuntijuus", sv="erfarenhetsexpertis", en="expertise-by-experience"),
    },
    {
        "key": "wellbeing",
        "name": T(
            fi="Hyvinvointi ja terveys (hyte)",
            sv="Välfärd och hälsa",
            en="Wellbeing and health",
        ),
        "slug": T(fi="hyvinvointi-ja-terveys", sv="valfard-och-halsa", en="wellbeing-and-health"),
    },
    {
        "key": "open-spaces",
        "name": T(fi="Avoimet tilat", sv="Öppna rum", en="Open spaces"),
        "slug": T(fi="avoimet-tilat", sv="oppna-rum", en="open-spaces"),
    },
    {
        "key": "plain-language",
        "name": T(fi="Selkeä kieli", sv="Klarspråk", en="Plain language"),
        "slug": T(fi="selkea-kieli", sv="klarsprak", en="plain-language"),
    },
    {
        "key": "data",
        "name": T(fi="Tieto ja kartat", sv="Data och kartor", en="Data and maps"),
        "slug": T(fi="tieto-ja-kartat", sv="data-och-kartor", en="data-and-maps"),
    },
]

CONTACTS = [
    {
        "key": "manager",
        "title": T(fi="Projektipäällikkö", sv="Projektchef", en="Project manager"),
        "organisation": Ref("organisation", "diak"),
        "email": "hanke@example.org",
    },
    {
        "key": "evaluator",
        "title": T(fi="Arvioinnin asiantuntija", sv="Utvärderingsexpert", en="Evaluation expert"),
        "organisation": Ref("organisation", "diak"),
        "email": "arviointi@example.org",
    },
    {
        "key": "coordinator",
        "title": T(fi="Projektikoordinaattori", sv="Projektkoordinator", en="Project coordinator"),
        "organisation": Ref("organisation", "ppsotu"),
        "email": "koordinaattori@example.org",
        "phone": "050 000 0101",
    },
    {
        "key": "worker",
        "title": T(fi="Projektityöntekijä", sv="Projektarbetare", en="Project worker"),
        "organisation": Ref("organisation", "ppsotu"),
        "email": "tyontekija@example.org",
        "phone": "050 000 0102",
    },
]

CONTACT_PAGE_BODY = [
    (
        "rich_text",
        T(
            fi="<h2>Kysy meiltä</h2><p>Meitä on neljä, kaksi kummastakin organisaatiosta. Voit kirjoittaa "
            "kenelle tahansa meistä. Jos asia kuuluu toiselle, ohjaamme viestisi "
            "eteenpäin.</p><ul><li><b>Valmennuksista</b> kerrotaan kunkin valmennuksen sivulla: siellä "
            "näet, keneltä kysyä ja miten ilmoittautua.</li><li><b>Kuntien kehittämiskokeiluista</b> "
            "kerrotaan kunkin kunnan omalla sivulla.</li><li><b>Sivuston saavutettavuudesta</b> voit antaa "
            "palautetta lomakkeella. Linkki siihen on jokaisen sivun alaosassa.</li></ul>",
            sv="<h2>Fråga oss</h2><p>Vi är fyra personer, två från vardera organisationen. Du kan skriva "
            "till vem som helst av oss. Om någon annan kan svara bättre skickar vi ditt meddelande "
            "vidare.</p><ul><li><b>Utbildningarna</b> har egna sidor: där ser du vem du kan fråga och hur "
            "man anmäler sig.</li><li><b>Kommunernas utvecklingsförsök</b> beskrivs på varje kommuns egen "
            "sida.</li><li><b>Webbplatsens tillgänglighet</b> kan du ge respons på med en blankett. Länken "
            "finns längst ner på varje sida.</li></ul>",
            en="<h2>Ask us</h2><p>There are four of us, two from each organisation. Write to any of us. If "
            "somebody else knows better, we will pass your message on.</p><ul><li><b>Trainings</b> have "
            "pages of their own, where you see whom to ask and how to register.</li><li><b>The pilots of "
            "the municipalities</b> are described on each municipality’s own page.</li><li><b>The "
            "accessibility of this website</b> has a feedback form. You find the link at the bottom of "
            "every page.</li></ul>",
        ),
    ),
    (
        "contacts",
        {
            "heading": T(fi="Hankkeen väki", sv="Projektets team", en="The project team"),
            "items": [
                Ref("contact", "manager"),
                Ref("contact", "evaluator"),
                Ref("contact", "coordinator"),
                Ref("contact", "worker"),
            ],
        },
    ),
    (
        "organisations",
        {
            "heading": T(
                fi="Toteuttajat ja rahoittajat",
                sv="Genomförare och finansiärer",
                en="Implementers and funders",
            ),
            "items": [
                Ref("organisation", "diak"),
                Ref("organisation", "ppsotu"),
                Ref("organisation", "esf"),
                Ref("organisation", "stea"),
            ],
        },
    ),
]
