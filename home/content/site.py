"""What the set-up command makes on every site: home page, indexes, pages of duty, site texts, settings.

The texts claim nothing that nobody has assessed: what depends on the controller or on an assessment
is shown from the site settings.
"""

from datetime import date

from home.content.text import Ref, T

HOME = {
    "key": "home",
    "type": "home.HomePage",
    "slug": T(fi="fi", sv="sv", en="en"),
    "title": T(
        fi="Yhdessä osallisuutta",
        sv="Tillsammans för delaktighet",
        en="Together for Inclusion",
    ),
    "claim": T(
        fi="Osallisuus syntyy yhdessä",
        sv="Delaktighet skapas tillsammans",
        en="Inclusion is something we make together",
    ),
    "summary": T(
        fi="Kunnat ja järjestöt tekevät tilaa ihmisille, joiden ääni jää helposti kuulematta. Meiltä saat "
        "valmennuksia, vinkkejä ja ajatuksia omaan työhösi.",
        sv="Kommuner och organisationer ger plats åt människor vars röst lätt blir ohörd. Hos oss får du "
        "utbildningar, tips och idéer för ditt arbete.",
        en="Municipalities and associations make room for people whose voices easily go unheard. Find "
        "trainings, tips and ideas for your own work.",
    ),
    "actions": [
        (
            "link",
            {
                "page": Ref("page", "trainings"),
                "label": T(fi="Katso valmennukset", sv="Se utbildningarna", en="See the trainings"),
            },
        ),
        (
            "link",
            {
                "page": Ref("page", "tip-lists"),
                "label": T(fi="Lue vinkkilistat", sv="Läs tipslistorna", en="Read the tip lists"),
            },
        ),
    ],
    "body": [
        (
            "task_tiles",
            {
                "heading": T(fi="Mitä etsit?", sv="Vad söker du?", en="What are you looking for?"),
                "items": [
                    {
                        "page": Ref("page", "trainings"),
                        "title": T(fi="Haluan oppia", sv="Jag vill lära mig", en="I want to learn"),
                        "text": T(
                            fi="Valmennuksia kuntien ja yhdistysten väelle. Tule oppimaan ja vaihtamaan ajatuksia.",
                            sv="Utbildningar för kommuner och föreningar. Kom och lär dig nytt och utbyt tankar.",
                            en="Trainings for municipalities and associations. Come to learn and to share thoughts.",
                        ),
                    },
                    {
                        "page": Ref("page", "tip-lists"),
                        "title": T(
                            fi="Haluan keinoja työhöni",
                            sv="Jag vill ha redskap för mitt arbete",
                            en="I want ideas for my work",
                        ),
                        "text": T(
                            fi="Vinkkilistoja kuntatyöntekijän työhuoneen seinälle. Tulosta ja ota käyttöön.",
                            sv="Tipslistor för väggen i kommunanställdas arbetsrum. Skriv ut och sätt i gång.",
                            en="Tip lists for the wall of a municipal worker’s office. Print one and start using it.",
                        ),
                    },
                    {
                        "page": Ref("page", "municipalities"),
                        "title": T(
                            fi="Mitä kunnassani tehdään?",
                            sv="Vad görs i min kommun?",
                            en="What is done where I live?",
                        ),
                        "text": T(
                            fi="Jokainen kumppanikunta valitsee oman tapansa tehdä työtä järjestöjen kanssa.",
                            sv="Varje partnerkommun väljer sitt eget sätt att samarbeta med organisationer.",
                            en="Each partner municipality chooses its own way of working with associations.",
                        ),
                    },
                    {
                        "page": Ref("page", "blog"),
                        "title": T(
                            fi="Haluan lukea ja pohtia",
                            sv="Jag vill läsa och fundera",
                            en="I want to read and reflect",
                        ),
                        "text": T(
                            fi="Blogissa kirjoitamme osallisuudesta, kohtaamisesta ja yhteistyöstä.",
                            sv="I bloggen skriver vi om delaktighet, bemötande och samarbete.",
                            en="In the blog we write about inclusion, good encounters and working together.",
                        ),
                    },
                ],
            },
        ),
        (
            "running_now",
            {
                "heading": T(fi="Käynnissä nyt", sv="På gång nu", en="Running now"),
                "text": T(
                    fi="Kumppanikunnat ja paikalliset järjestöt kokeilevat yhdessä uusia tapoja toimia.",
                    sv="Partnerkommunerna och lokala organisationer prövar nya arbetssätt tillsammans.",
                    en="Partner municipalities and local associations are trying out new ways of working together.",
                ),
            },
        ),
        (
            "next_trainings",
            {
                "heading": T(
                    fi="Seuraavat valmennukset",
                    sv="Kommande utbildningar",
                    en="Next trainings",
                ),
                "count": 3,
            },
        ),
        (
            "municipalities",
            {
                "heading": T(fi="Kumppanikunnat", sv="Partnerkommuner", en="Partner municipalities"),
                "text": T(
                    fi="Jokainen kunta kutoo omalla värillään. Yhdessä niistä tulee kestävä matto.",
                    sv="Varje kommun väver med sin egen färg. Tillsammans blir det en matta som håller.",
                    en="Each municipality weaves in its own colour. Together they make a rug that lasts.",
                ),
            },
        ),
        (
            "featured_tip_list",
            {
                "heading": T(fi="Vinkkejä seinälle", sv="Tips för väggen", en="Tips for the wall"),
                "text": T(
                    fi="Lyhyt lista, yksi asia kerrallaan. Tulosta lista, ripusta se näkyville ja kokeile "
                    "yhtä vinkkiä tällä viikolla.",
                    sv="En kort lista, en sak i taget. Skriv ut listan, häng upp den och pröva ett tips den "
                    "här veckan.",
                    en="A short list, one thing at a time. Print it, hang it up where you can see it and "
                    "try one tip this week.",
                ),
            },
        ),
        (
            "latest_posts",
            {"heading": T(fi="Blogista", sv="Ur bloggen", en="From the blog"), "count": 3},
        ),
        (
            "call_to_action",
            {
                "title": T(fi="Jäikö jokin askarruttamaan?", sv="Undrar du över något?", en="Any questions?"),
                "text": T(
                    fi="Kysy hankkeen väeltä. Kerromme mielellämme lisää.",
                    sv="Fråga oss i projektet. Vi berättar gärna mer.",
                    en="Ask the project team. We are happy to tell you more.",
                ),
                "link": {
                    "page": Ref("page", "contact"),
                    "label": T(fi="Ota yhteyttä", sv="Ta kontakt", en="Contact us"),
                },
            },
        ),
    ],
}

INDEXES = [
    {
        "key": "municipalities",
        "type": "home.MunicipalityIndexPage",
        "slug": T(fi="kumppanikunnat", sv="partnerkommuner", en="municipalities"),
        "title": T(fi="Kumppanikunnat", sv="Partnerkommuner", en="Partner municipalities"),
        "summary": T(
            fi="Katso, mitä kumppanikunnissa tehdään. Jokainen kunta valitsee itse, keiden osallisuutta se "
            "vahvistaa ja miten se toimii järjestöjen kanssa.",
            sv="Se vad partnerkommunerna gör. Varje kommun väljer själv vems delaktighet den stärker och "
            "hur den samarbetar med organisationer.",
            en="See what the partner municipalities do. Each one chooses whose inclusion it strengthens and "
            "how it works with associations.",
        ),
        "show_in_menus": True,
    },
    {
        "key": "trainings",
        "type": "trainings.TrainingIndexPage",
        "slug": T(fi="valmennukset", sv="utbildningar", en="trainings"),
        "title": T(fi="Valmennukset", sv="Utbildningar", en="Trainings"),
        "summary": T(
            fi="Valmennuksia osallisuudesta, kohtaamisesta ja järjestöyhteistyöstä. Löydät täältä tulevat "
            "ja menneet valmennukset.",
            sv="Utbildningar om delaktighet, bemötande och organisationssamarbete. Här hittar du både "
            "kommande och tidigare utbildningar.",
            en="Trainings on inclusion, good encounters and cooperation with associations. Here you find "
            "both coming and past trainings.",
        ),
        "show_in_menus": True,
    },
    {
        "key": "tip-lists",
        "type": "tiplists.TipListIndexPage",
        "slug": T(fi="vinkkilistat", sv="tipslistor", en="tip-lists"),
        "title": T(fi="Vinkkilistat", sv="Tipslistor", en="Tip lists"),
        "summary": T(
            fi="Vinkkilistoja kuntatyöntekijän työhuoneen seinälle. Valitse lista, tulosta se ja ripusta näkyville.",
            sv="Tipslistor för väggen i kommunanställdas arbetsrum. Välj en lista, skriv ut den och häng upp den.",
            en="Tip lists for the wall of a municipal worker’s office. Choose a list, print it and hang it up.",
        ),
        "show_in_menus": True,
    },
    {
        "key": "blog",
        "type": "blog.BlogIndexPage",
        "slug": T(fi="blogi", sv="blogg", en="blog"),
        "title": T(fi="Blogi", sv="Blogg", en="Blog"),
        "summary": T(
            fi="Kirjoituksia osallisuudesta, ihmislähtöisestä kunnasta sekä kuntien ja järjestöjen yhteistyöstä.",
            sv="Texter om delaktighet, om kommuner som sätter människan i centrum och om samarbetet mellan "
            "kommuner och organisationer.",
            en="Posts about inclusion, about municipalities that put people first, and about how "
            "municipalities and associations work together.",
        ),
        "show_in_menus": True,
    },
]

FEEDBACK = {
    "key": "feedback",
    "type": "home.FeedbackPage",
    "slug": T(fi="palaute", sv="respons", en="feedback"),
    "title": T(
        fi="Anna saavutettavuuspalautetta",
        sv="Ge respons på tillgängligheten",
        en="Give feedback on accessibility",
    ),
    "summary": T(
        fi="Jäikö jokin lukematta, kuulematta tai tekemättä? Kerro siitä meille. Vastaamme 14 päivän kuluessa.",
        sv="Var det något du inte kunde läsa, höra eller göra? Berätta för oss. Vi svarar inom 14 dagar.",
        en="Was there something you could not read, hear or do? Tell us. We answer within 14 days.",
    ),
    "intro": T(
        fi="<p>Kerro omin sanoin, mikä ei toiminut. Yksi lause riittää. Hyvä lisätieto on, mitä laitetta, "
        "selainta tai apuvälinettä käytit.</p><p>Voit myös pyytää sivun sisällön muodossa, joka sopii "
        "sinulle.</p><p>Nimeä ja sähköpostiosoitetta ei ole pakko antaa. Jos haluat vastauksen, anna "
        "sähköpostiosoite.</p>",
        sv="<p>Berätta med egna ord vad som inte fungerade. En mening räcker. Berätta gärna också vilken "
        "enhet, webbläsare eller vilket hjälpmedel du använde.</p><p>Du kan också be att få innehållet i en "
        "form som passar dig.</p><p>Du måste inte uppge namn eller e-postadress. Om du vill ha ett svar "
        "behöver vi din e-postadress.</p>",
        en="<p>Tell us in your own words what did not work. One sentence is enough. It helps to know which "
        "device, browser or assistive technology you used.</p><p>You can also ask for the content in a form "
        "that suits you.</p><p>You do not have to give your name or e-mail address. If you would like an "
        "answer, give us an e-mail address.</p>",
    ),
    "thanks": T(
        fi="<p><b>Kiitos palautteesta.</b> Viestisi on tallennettu.</p><p>Jos annoit sähköpostiosoitteen, "
        "saat vastauksen 14 päivän kuluessa.</p>",
        sv="<p><b>Tack för din respons.</b> Ditt meddelande har sparats.</p><p>Om du uppgav en e-postadress "
        "får du ett svar inom 14 dagar.</p>",
        en="<p><b>Thank you for your feedback.</b> Your message has been saved.</p><p>If you gave an e-mail "
        "address, you will get an answer within 14 days.</p>",
    ),
}

PROJECT_PAGE = {
    "key": "project",
    "type": "home.StandardPage",
    "role": "project",
    "slug": T(fi="hanke", sv="projektet", en="project"),
    "title": T(fi="Hanke", sv="Projektet", en="The project"),
    "summary": T(
        fi="Yhdessä osallisuutta -hanke vahvistaa heikoimmassa asemassa olevien ihmisten osallisuutta ja "
        "hyvinvointia. Sitä tekevät kunnat ja järjestöt yhdessä.",
        sv="Projektet Tillsammans för delaktighet stärker delaktigheten och välbefinnandet hos dem som har "
        "det svårast. Kommuner och organisationer gör det tillsammans.",
        en="Together for Inclusion strengthens the inclusion and wellbeing of people in the weakest "
        "position. Municipalities and associations do it together.",
    ),
    "show_in_menus": True,
    "show_table_of_contents": True,
    "easy_language_page": Ref("page", "easy_language"),
    "side_facts": [
        (
            "fact",
            {
                "term": T(fi="Kesto", sv="Projekttid", en="Duration"),
                "text": T(
                    fi="<p>1.8.2021–31.5.2023</p>",
                    sv="<p>1.8.2021–31.5.2023</p>",
                    en="<p>1 August 2021 – 31 May 2023</p>",
                ),
            },
        ),
        (
            "fact",
            {
                "term": T(fi="Toteuttajat", sv="Genomförare", en="Implementers"),
                "text": T(
                    fi="<ul><li>Diak, päätoteuttaja</li><li>PPsotu, osatoteuttaja</li></ul>",
                    sv="<ul><li>Diak, huvudgenomförare</li><li>PPsotu, delgenomförare</li></ul>",
                    en="<ul><li>Diak, main implementer</li><li>PPsotu, co-implementer</li></ul>",
                ),
            },
        ),
        (
            "fact",
            {
                "term": T(fi="Rahoittajat", sv="Finansiärer", en="Funders"),
                "text": T(
                    fi="<ul><li>Euroopan sosiaalirahasto (ESR)</li><li>Sosiaali- ja terveysjärjestöjen "
                    "avustuskeskus (STEA)</li></ul>",
                    sv="<ul><li>Europeiska socialfonden (ESF)</li><li>Social- och hälsoorganisationernas "
                    "understödscentral (STEA)</li></ul>",
                    en="<ul><li>European Social Fund (ESF)</li><li>Funding Centre for Social Welfare and "
                    "Health Organisations (STEA)</li></ul>",
                ),
            },
        ),
        (
            "fact",
            {
                "term": T(fi="Kumppanikunnat", sv="Partnerkommuner", en="Partner municipalities"),
                "text": T(
                    fi="<ul><li>Haapavesi</li><li>Nivala</li><li>Raahe</li><li>Reisjärvi</li><li>Sievi</li>"
                    "<li>Utajärvi</li></ul>",
                    sv="<ul><li>Haapavesi</li><li>Nivala</li><li>Brahestad</li><li>Reisjärvi</li>"
                    "<li>Sievi</li><li>Utajärvi</li></ul>",
                    en="<ul><li>Haapavesi</li><li>Nivala</li><li>Raahe</li><li>Reisjärvi</li><li>Sievi</li>"
                    "<li>Utajärvi</li></ul>",
                ),
            },
        ),
    ],
    "body": [
        (
            "rich_text",
            T(
                fi="<h2>Mitä tavoittelemme?</h2><p>Haluamme, että heikoimmassa asemassa olevat ihmiset "
                "pääsevät mukaan ja voivat paremmin. Siksi vahvistamme kumppanikuntien osaamista ja "
                "työtapoja: miten kunta edistää osallisuutta ja miten se tekee työtä järjestöjen "
                "kanssa.</p><p>Toinen tavoitteemme koskee järjestöjä. Kunnissa pitää olla hyvät "
                "edellytykset niille järjestöille, jotka tukevat näitä ihmisiä.</p><h2>Miten työ "
                "tehdään?</h2><p>Jokainen kunta valitsee itse, keiden osallisuutta ja hyvinvointia se "
                "haluaa edistää. Se valitsee myös tavat, joilla se tekee työtä järjestöjen kanssa. Valinnat "
                "syntyvät yhteiskehittämällä ja työpajoissa.</p><p>Hanke tukee kuntia ja paikallisia "
                "järjestöjä neljällä tavalla:</p><ul><li>Kartoitamme, mitä on jo olemassa ja mitä "
                "tarvitaan.</li><li>Ohjaamme työtä.</li><li>Autamme kehittämään.</li><li>Järjestämme "
                "valmennuksia.</li></ul><p>Arvioimme vaikutuksia koko hankkeen ajan ja kehitämme työtä sen "
                "mukaan, mitä opimme.</p><h2>Mitä tuloksia haemme?</h2><ul><li>Järjestöissä ja kunnissa on "
                "enemmän osaamista.</li><li>Roolit ovat selkeämmät.</li><li>Paikallinen yhteistyö on "
                "suunnitelmallisempaa.</li><li>Heikoimmassa asemassa olevien ihmisten osallisuus on "
                "vahvempaa.</li><li>Palvelut ovat parempia.</li></ul><h2>Ketkä ovat mukana?</h2><p>Hankkeen "
                "päätoteuttaja on Diakonia-ammattikorkeakoulu (Diak). Osatoteuttaja on Pohjois-Pohjanmaan "
                "sosiaali- ja terveysturvayhdistys (PPsotu). Kumppanikuntia on kuusi, ja ne ovat kaikki "
                "Pohjois-Pohjanmaalla.</p><h2>EU:n tuki</h2><p>Hanketta rahoittaa Euroopan unioni Euroopan "
                "sosiaalirahastosta. Toinen rahoittaja on Sosiaali- ja terveysjärjestöjen avustuskeskus "
                "STEA.</p>",
                sv="<h2>Vad vill vi uppnå?</h2><p>Vi vill att de som har det svårast i samhället ska komma "
                "med och må bättre. Därför stärker vi partnerkommunernas kunnande och arbetssätt: hur "
                "kommunen främjar delaktighet och hur den samarbetar med organisationer.</p><p>Vårt andra "
                "mål gäller organisationerna. De organisationer som stöder de här människorna ska ha goda "
                "förutsättningar i kommunerna.</p><h2>Hur arbetar vi?</h2><p>Varje kommun väljer själv vems "
                "delaktighet och välbefinnande den vill främja. Den väljer också på vilka sätt den "
                "samarbetar med organisationer. Valen görs genom gemensam utveckling och i "
                "workshoppar.</p><p>Projektet stöder kommunerna och de lokala organisationerna på fyra "
                "sätt:</p><ul><li>Vi kartlägger vad som redan finns och vad som behövs.</li><li>Vi ger "
                "handledning.</li><li>Vi hjälper till att utveckla.</li><li>Vi ordnar "
                "utbildningar.</li></ul><p>Vi utvärderar effekterna under hela projektet och utvecklar "
                "arbetet utifrån det vi lär oss.</p><h2>Vilka resultat strävar vi "
                "efter?</h2><ul><li>Organisationerna och kommunerna har mer kunnande.</li><li>Rollerna är "
                "tydligare.</li><li>Det lokala samarbetet är mer målmedvetet.</li><li>De som har det "
                "svårast är mer delaktiga.</li><li>Tjänsterna är bättre.</li></ul><h2>Vilka är "
                "med?</h2><p>Huvudgenomförare är Diak. Delgenomförare är PPsotu, en förening för social "
                "trygghet och hälsa i Norra Österbotten. Partnerkommunerna är sex till antalet och alla "
                "finns i Norra Österbotten.</p><h2>Stödet från EU</h2><p>Projektet finansieras av "
                "Europeiska unionen genom Europeiska socialfonden. Den andra finansiären är Social- och "
                "hälsoorganisationernas understödscentral STEA.</p>",
                en="<h2>What are we aiming for?</h2><p>We want people in the weakest position to be "
                "included and to live better lives. So we strengthen the know-how and working methods of "
                "the partner municipalities: how they promote inclusion and how they work with "
                "associations.</p><p>Our second aim concerns the associations. Those that support these "
                "people need good conditions for their work in the municipalities.</p><h2>How do we "
                "work?</h2><p>Each municipality chooses whose inclusion and wellbeing it wants to promote. "
                "It also chooses its ways of working with associations. The choices are made by developing "
                "together and in workshops.</p><p>The project supports municipalities and local "
                "associations in four ways:</p><ul><li>We map what is there already and what is "
                "needed.</li><li>We give guidance.</li><li>We help to develop the work.</li><li>We organise "
                "trainings.</li></ul><p>We evaluate the effects all through the project and develop the "
                "work by what we learn.</p><h2>What results are we looking for?</h2><ul><li>Associations "
                "and municipalities have stronger know-how.</li><li>Roles are clearer.</li><li>Local "
                "cooperation is more purposeful.</li><li>People in the weakest position are more strongly "
                "included.</li><li>Services are better.</li></ul><h2>Who takes part?</h2><p>The main "
                "implementer is Diaconia University of Applied Sciences (Diak). The co-implementer is "
                "PPsotu, an association for social welfare and health in Northern Ostrobothnia. There are "
                "six partner municipalities, all of them in Northern Ostrobothnia.</p><h2>Support from the "
                "EU</h2><p>The project is funded by the European Union through the European Social Fund. "
                "The other funder is STEA, the Funding Centre for Social Welfare and Health "
                "Organisations.</p>",
            ),
        ),
        (
            "timeline",
            {
                "heading": T(fi="Hankkeen aika", sv="Projekttiden", en="When it happens"),
                "items": [
                    {
                        "time": T(fi="1.8.2021", sv="1.8.2021", en="1 August 2021"),
                        "title": T(fi="Hanke alkaa", sv="Projektet börjar", en="The project begins"),
                    },
                    {
                        "time": T(fi="31.5.2023", sv="31.5.2023", en="31 May 2023"),
                        "title": T(fi="Hanke päättyy", sv="Projektet avslutas", en="The project ends"),
                    },
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
        (
            "link_cards",
            {
                "heading": T(fi="Lue myös nämä", sv="Läs också", en="Read these too"),
                "items": [
                    {
                        "page": Ref("page", "municipalities"),
                        "text": T(
                            fi="Mitä kussakin kunnassa tehdään.",
                            sv="Vad som görs i varje kommun.",
                            en="What is done in each municipality.",
                        ),
                    },
                    {
                        "page": Ref("page", "results"),
                        "text": T(
                            fi="Mitä haemme ja mitä on saatu aikaan.",
                            sv="Vad vi strävar efter och vad vi har uppnått.",
                            en="What we are looking for and what has been achieved.",
                        ),
                    },
                    {
                        "page": Ref("page", "contact"),
                        "text": T(
                            fi="Keneltä voit kysyä lisää.",
                            sv="Vem du kan fråga.",
                            en="Whom you can ask.",
                        ),
                    },
                ],
            },
        ),
    ],
}

RESULTS_PAGE = {
    "key": "results",
    "type": "home.StandardPage",
    "role": "results",
    "slug": T(fi="tulokset", sv="resultat", en="results"),
    "title": T(fi="Tulokset", sv="Resultat", en="Results"),
    "summary": T(
        fi="Mitä tuloksia hanke hakee ja miten niistä kerrotaan.",
        sv="Vilka resultat projektet strävar efter och hur vi berättar om dem.",
        en="What results the project is looking for and how we tell about them.",
    ),
    "body": [
        (
            "rich_text",
            T(
                fi="<h2>Mitä haemme?</h2><p>Hanke hakee muutosta ihmisten arkeen, järjestöjen työhön ja "
                "kuntien tapaan toimia. Tavoittelemme viittä asiaa:</p><ul><li><b>Osaaminen vahvistuu.</b> "
                "Järjestöissä ja kunnissa osataan edistää osallisuutta paremmin kuin "
                "ennen.</li><li><b>Roolit selkenevät.</b> Kunta ja järjestöt tietävät, kuka tekee "
                "mitä.</li><li><b>Yhteistyöstä tulee suunnitelmallisempaa.</b> Paikallisella yhteistyöllä "
                "on yhteinen suunta.</li><li><b>Osallisuus vahvistuu.</b> Heikoimmassa asemassa olevat "
                "ihmiset pääsevät mukaan.</li><li><b>Palvelut paranevat.</b> Ne vastaavat paremmin siihen, "
                "mitä ihmiset tarvitsevat.</li></ul><h2>Miten tuloksia arvioidaan?</h2><p>Vaikutuksia "
                "arvioidaan koko hankkeen ajan. Työtä kehitetään arvioinnin pohjalta jo hankkeen "
                "aikana.</p><h2>Milloin tuloksista kerrotaan?</h2><p>Kerromme tuloksista tällä sivulla sitä "
                "mukaa kuin ne on vahvistettu. Emme kerro tuloksia etukäteen.</p>",
                sv="<h2>Vad strävar vi efter?</h2><p>Projektet söker en förändring i människors vardag, i "
                "organisationernas arbete och i kommunernas sätt att arbeta. Vi strävar efter fem "
                "saker:</p><ul><li><b>Kunnandet stärks.</b> Organisationerna och kommunerna kan främja "
                "delaktighet bättre än förut.</li><li><b>Rollerna blir tydligare.</b> Kommunen och "
                "organisationerna vet vem som gör vad.</li><li><b>Samarbetet blir mer målmedvetet.</b> Det "
                "lokala samarbetet har en gemensam riktning.</li><li><b>Delaktigheten stärks.</b> De som "
                "har det svårast kommer med.</li><li><b>Tjänsterna blir bättre.</b> De svarar bättre på det "
                "som människor behöver.</li></ul><h2>Hur utvärderas resultaten?</h2><p>Effekterna "
                "utvärderas under hela projektet. Arbetet utvecklas utifrån utvärderingen redan medan "
                "projektet pågår.</p><h2>När berättar vi om resultaten?</h2><p>Vi berättar om resultaten på "
                "den här sidan allt eftersom de har bekräftats. Vi berättar inga resultat i förväg.</p>",
                en="<h2>What are we looking for?</h2><p>The project looks for a change in people’s everyday "
                "lives, in the work of associations and in the way municipalities work. We are aiming for "
                "five things:</p><ul><li><b>Stronger know-how.</b> Associations and municipalities are "
                "better able to promote inclusion than before.</li><li><b>Clearer roles.</b> Municipalities "
                "and associations know who does what.</li><li><b>More purposeful cooperation.</b> Local "
                "cooperation has a shared direction.</li><li><b>Stronger inclusion.</b> People in the "
                "weakest position are included.</li><li><b>Better services.</b> They answer better to what "
                "people need.</li></ul><h2>How are the results evaluated?</h2><p>The effects are evaluated "
                "all through the project. The work is developed on the basis of the evaluation while the "
                "project is still going on.</p><h2>When do we tell about the results?</h2><p>We tell about "
                "the results on this page as they are confirmed. We do not announce results in advance.</p>",
            ),
        ),
    ],
}

CONTACT_PAGE = {
    "key": "contact",
    "type": "home.StandardPage",
    "role": "contact",
    "slug": T(fi="yhteystiedot", sv="kontakt", en="contact"),
    "title": T(fi="Yhteystiedot", sv="Kontakt", en="Contact"),
    "summary": T(
        fi="Keneltä kysyä hankkeesta, valmennuksista, kunnista ja sivuston saavutettavuudesta.",
        sv="Vem du kan fråga om projektet, utbildningarna, kommunerna och webbplatsens tillgänglighet.",
        en="Whom to ask about the project, the trainings, the municipalities and the accessibility of this website.",
    ),
    "body": [
        (
            "rich_text",
            T(
                fi="<h2>Kysy hankkeesta</h2><p>Hanketta toteuttavat Diak ja PPsotu. Kummassakin on ihmisiä, "
                "jotka vastaavat kysymyksiin. Heidän yhteystietonsa kerrotaan tällä sivulla.</p><h2>Muut "
                "asiat</h2><ul><li><b>Valmennukset:</b> kunkin valmennuksen sivulla kerrotaan, miten siihen "
                "ilmoittaudutaan ja keneltä voi kysyä.</li><li><b>Kumppanikunnat:</b> kunkin kunnan sivulla "
                "kerrotaan, mitä siellä tehdään.</li><li><b>Saavutettavuus:</b> palautelomake toimii ilman "
                "sähköpostiohjelmaa.</li></ul>",
                sv="<h2>Fråga om projektet</h2><p>Projektet genomförs av Diak och PPsotu. I båda finns det "
                "människor som svarar på frågor. Deras kontaktuppgifter finns på den här "
                "sidan.</p><h2>Andra ärenden</h2><ul><li><b>Utbildningar:</b> på varje utbildnings sida "
                "står det hur man anmäler sig och vem man kan fråga.</li><li><b>Partnerkommuner:</b> på "
                "varje kommuns sida står det vad som görs där.</li><li><b>Tillgänglighet:</b> "
                "responsblanketten fungerar utan e-postprogram.</li></ul>",
                en="<h2>Ask about the project</h2><p>The project is carried out by Diak and PPsotu. Both "
                "have people who answer questions. Their contact details are told on this "
                "page.</p><h2>Other matters</h2><ul><li><b>Trainings:</b> the page of each training tells "
                "how to register and whom to ask.</li><li><b>Partner municipalities:</b> the page of each "
                "municipality tells what is done there.</li><li><b>Accessibility:</b> the feedback form "
                "works without an e-mail program.</li></ul>",
            ),
        ),
        (
            "organisations",
            {
                "heading": T(fi="Toteuttajat", sv="Genomförare", en="Implementers"),
                "items": [Ref("organisation", "diak"), Ref("organisation", "ppsotu")],
            },
        ),
        (
            "link_cards",
            {
                "heading": T(fi="Suoraan perille", sv="Direkt till rätt ställe", en="Straight to the right place"),
                "items": [
                    {
                        "page": Ref("page", "trainings"),
                        "text": T(
                            fi="Tulevat valmennukset ja ilmoittautuminen.",
                            sv="Kommande utbildningar och anmälan.",
                            en="Coming trainings and how to register.",
                        ),
                    },
                    {
                        "page": Ref("page", "municipalities"),
                        "text": T(
                            fi="Kuntien omat sivut.",
                            sv="Kommunernas egna sidor.",
                            en="The municipalities’ own pages.",
                        ),
                    },
                    {
                        "page": Ref("page", "feedback"),
                        "text": T(
                            fi="Lomake, jolla kerrot, mikä sivustolla ei toiminut.",
                            sv="En blankett där du berättar vad som inte fungerade på webbplatsen.",
                            en="A form for telling us what did not work on this website.",
                        ),
                    },
                ],
            },
        ),
    ],
}

ACCESSIBILITY_PAGE = {
    "key": "accessibility_statement",
    "type": "home.StandardPage",
    "role": "accessibility_statement",
    "slug": T(fi="saavutettavuusseloste", sv="tillganglighetsutlatande", en="accessibility-statement"),
    "title": T(fi="Saavutettavuusseloste", sv="Tillgänglighetsutlåtande", en="Accessibility statement"),
    "summary": T(
        fi="Mitä sivuston saavutettavuudesta tiedetään, miten annat palautetta ja kuka valvoo.",
        sv="Vad man vet om webbplatsens tillgänglighet, hur du ger respons och vem som utövar tillsyn.",
        en="What is known about the accessibility of this website, how to give feedback and who supervises it.",
    ),
    "body": [
        (
            "rich_text",
            T(
                fi="<h2>Mitä seloste koskee?</h2><p>Tämä seloste koskee Yhdessä osallisuutta -hankkeen "
                "verkkosivustoa. Sivuston kuuluu olla saavutettava. Sitä vaatii laki digitaalisten "
                "palvelujen tarjoamisesta (306/2019).</p><h2>Miten sivusto täyttää "
                "vaatimukset?</h2><p>Arvioitu tila, arvioinnin päivä ja arvioinnin tapa kerrotaan tämän "
                "sivun tietolaatikossa. Jos laatikossa lukee, ettei arviointia ole tehty, emme väitä "
                "sivuston täyttävän vaatimuksia. Vaatimukset ovat verkkosisällön saavutettavuusohjeiden "
                "(WCAG) tasot A ja AA.</p><h2>Mikä ei ole saavutettavaa?</h2><p>Tähän kohtaan luetellaan "
                "tiedossa olevat puutteet, ja kerrotaan, miten saat saman tiedon muulla "
                "tavalla:</p><ul><li>sisältö, joka ei täytä lain vaatimuksia</li><li>sisältö, jonka "
                "korjaaminen olisi kohtuuton rasite, ja miksi</li><li>sisältö, jota laki ei "
                "koske</li></ul><p>Puutteita ei ole vielä kirjattu, koska arviointia ei ole kirjattu. Se ei "
                "tarkoita, ettei puutteita ole.</p><h2>Anna palautetta</h2><p>Kerro meille, jos jokin ei "
                "toimi tai jos tarvitset tiedon toisessa muodossa. Palautelomakkeeseen on linkki tällä "
                "sivulla ja jokaisen sivun alaosassa. Lomake toimii ilman sähköpostiohjelmaa. Vastaamme 14 "
                "päivän kuluessa.</p><h2>Kuka valvoo?</h2><p>Jos et ole tyytyväinen vastaukseen tai et saa "
                "vastausta 14 päivän kuluessa, voit tehdä ilmoituksen valvontaviranomaiselle. Valvojan "
                "sivustolla kerrotaan, miten valituksen voi tehdä ja miten se "
                "käsitellään.</p><ul><li><b>Viranomainen:</b> Liikenne- ja viestintävirasto Traficom, "
                "Digitaalisen esteettömyyden ja saavutettavuuden "
                "valvontayksikkö</li><li><b>Verkkosivusto:</b> "
                '<a href="https://www.saavutettavuusvaatimukset.fi/">Saavutettavuusvaatimukset.fi-sivusto</a>'
                "</li><li><b>Sähköposti:</b> "
                '<a href="mailto:saavutettavuus@traficom.fi">saavutettavuus@traficom.fi</a>'
                "</li><li><b>Puhelin:</b> "
                "029 534 5000</li></ul><h2>Milloin seloste on laadittu?</h2><p>Seloste laadittiin, kun "
                "sivusto otettiin käyttöön. Arvioinnin päivä kerrotaan tietolaatikossa. Seloste "
                "tarkistetaan vähintään kerran vuodessa ja aina, kun sivusto muuttuu olennaisesti.</p>",
                sv="<h2>Vad gäller utlåtandet?</h2><p>Det här utlåtandet gäller webbplatsen för projektet "
                "Tillsammans för delaktighet. Webbplatsen ska vara tillgänglig. Det kräver lagen om "
                "tillhandahållande av digitala tjänster (306/2019).</p><h2>Hur uppfyller webbplatsen "
                "kraven?</h2><p>Det bedömda läget, dagen för bedömningen och sättet att bedöma anges i "
                "faktarutan på den här sidan. Om det står i rutan att ingen bedömning har gjorts påstår vi "
                "inte att webbplatsen uppfyller kraven. Kraven är nivåerna A och AA i riktlinjerna för "
                "tillgängligt webbinnehåll (WCAG).</p><h2>Vad är inte tillgängligt?</h2><p>Här räknar vi upp "
                "de brister som är kända och berättar hur du får samma information på ett annat "
                "sätt:</p><ul><li>innehåll som inte uppfyller lagens krav</li><li>innehåll som det skulle "
                "vara en oproportionerlig börda att rätta, och varför</li><li>innehåll som lagen inte "
                "gäller</li></ul><p>Inga brister har antecknats ännu, eftersom ingen bedömning har "
                "antecknats. Det betyder inte att det inte finns brister.</p><h2>Ge respons</h2><p>Berätta "
                "för oss om något inte fungerar eller om du behöver informationen i en annan form. Det "
                "finns en länk till responsblanketten på den här sidan och längst ner på varje sida. "
                "Blanketten fungerar utan e-postprogram. Vi svarar inom 14 dagar.</p><h2>Vem utövar "
                "tillsyn?</h2><p>Om du inte är nöjd med svaret eller inte får något svar inom 14 dagar kan "
                "du göra en anmälan till tillsynsmyndigheten. På tillsynsmyndighetens webbplats står det "
                "hur man lämnar in ett klagomål och hur det behandlas.</p><ul><li><b>Myndighet:</b> "
                "Transport- och kommunikationsverket Traficom, Tillsynsenheten för digital "
                "tillgänglighet</li><li><b>Webbplats:</b> "
                '<a href="https://www.tillganglighetskrav.fi/">webbplatsen Tillgänglighetskrav.fi</a>'
                "</li><li><b>E-post:</b> "
                '<a href="mailto:saavutettavuus@traficom.fi">saavutettavuus@traficom.fi</a>'
                "</li><li><b>Telefon:</b> "
                "029 534 5000</li></ul><h2>När har utlåtandet upprättats?</h2><p>Utlåtandet upprättades när "
                "webbplatsen togs i bruk. Dagen för bedömningen anges i faktarutan. Utlåtandet ses över "
                "minst en gång om året och alltid när webbplatsen ändras väsentligt.</p>",
                en="<h2>What does this statement cover?</h2><p>This statement covers the website of the "
                "project Together for Inclusion. The website must be accessible. The Finnish Act on the "
                "Provision of Digital Services (306/2019) requires it.</p><h2>How does the website meet the "
                "requirements?</h2><p>The state of accessibility, the date of the assessment and the way it "
                "was made are told in the facts box of this page. If the box says that no assessment has "
                "been made, we do not claim that the website meets the requirements. The requirements are "
                "levels A and AA of the Web Content Accessibility Guidelines (WCAG).</p><h2>What is not "
                "accessible?</h2><p>Here we list the faults that are known, and tell how you can get the "
                "same information in another way:</p><ul><li>content that does not meet the requirements of "
                "the law</li><li>content that would be a disproportionate burden to correct, and "
                "why</li><li>content that the law does not cover</li></ul><p>No faults have been recorded "
                "yet, because no assessment has been recorded. That does not mean that there are "
                "none.</p><h2>Give feedback</h2><p>Tell us if something does not work or if you need the "
                "information in another form. There is a link to the feedback form on this page and at the "
                "bottom of every page. The form works without an e-mail program. We answer within 14 "
                "days.</p><h2>Who supervises?</h2><p>If you are not happy with the answer, or get no answer "
                "within 14 days, you can report this to the supervisory authority. Its website tells how to "
                "make a complaint and how it is handled.</p><ul><li><b>Authority:</b> Finnish Transport and "
                "Communications Agency Traficom, Digital Accessibility Supervision "
                "Unit</li><li><b>Website:</b> "
                '<a href="https://www.webaccessibility.fi/">the website Webaccessibility.fi</a>'
                "</li><li><b>E-mail:</b> "
                '<a href="mailto:saavutettavuus@traficom.fi">saavutettavuus@traficom.fi</a>'
                "</li><li><b>Telephone:</b> "
                "029 534 5000</li></ul><h2>When was this statement written?</h2><p>The statement was "
                "written when the website was taken into use. The date of the assessment is told in the "
                "facts box. The statement is reviewed at least once a year, and always when the website "
                "changes in an important way.</p>",
            ),
        ),
        (
            "call_to_action",
            {
                "title": T(
                    fi="Eikö jokin toiminut?",
                    sv="Var det något som inte fungerade?",
                    en="Did something not work?",
                ),
                "text": T(
                    fi="Yksi lause riittää. Nimeä ei tarvitse antaa.",
                    sv="En mening räcker. Du behöver inte uppge ditt namn.",
                    en="One sentence is enough. You do not need to give your name.",
                ),
                "link": {
                    "page": Ref("page", "feedback"),
                    "label": T(
                        fi="Anna saavutettavuuspalautetta",
                        sv="Ge respons på tillgängligheten",
                        en="Give feedback on accessibility",
                    ),
                },
            },
        ),
    ],
}

PRIVACY_PAGE = {
    "key": "privacy_notice",
    "type": "home.StandardPage",
    "role": "privacy_notice",
    "slug": T(fi="tietosuojaseloste", sv="dataskyddsbeskrivning", en="privacy-notice"),
    "title": T(fi="Tietosuojaseloste", sv="Dataskyddsbeskrivning", en="Privacy notice"),
    "summary": T(
        fi="Mitä henkilötietoja sivusto kerää, mihin niitä käytetään ja mitä oikeuksia sinulla on.",
        sv="Vilka personuppgifter webbplatsen samlar in, vad de används till och vilka rättigheter du har.",
        en="What personal data this website collects, what it is used for and what rights you have.",
    ),
    "show_table_of_contents": True,
    "body": [
        (
            "rich_text",
            T(
                fi="<p>Voit lukea sivustoa kertomatta itsestäsi mitään. Henkilötietoja kertyy silloin, kun lähetät "
                "lomakkeen tai ylläpidät sivustoa. Tässä kerrotaan, mitä EU:n yleisen tietosuoja-asetuksen 13 "
                "artikla pyytää kertomaan.</p><h2>Kuka vastaa tiedoista?</h2><p>Rekisterinpitäjä ja sen "
                "yhteystiedot kerrotaan tämän sivun tietolaatikossa. Rekisterinpitäjä vastaa tiedoistasi ja "
                "kysymyksiisi, myös siihen, kuka on tietosuojavastaava.</p><h2>Mitä tietoja "
                "kerätään?</h2><h3>Saavutettavuuspalaute</h3><ul><li>viestisi</li><li>sivun osoite, jos kerrot "
                "sen</li><li>nimesi ja sähköpostiosoitteesi, jos annat ne</li><li>lomakkeen kieli ja "
                "lähetysaika</li></ul><p>Vain viesti on pakollinen. Älä kerro viestissä terveydestäsi enempää kuin "
                "on tarpeen.</p><p>Väärinkäytön estämiseksi laskemme IP-osoitteestasi tunnisteen, josta osoitetta "
                "ei voi lukea. Tunniste on voimassa tunnin.</p><h3>Ilmoittautuminen valmennukseen</h3><p>Kun "
                "ilmoittaudut tällä sivustolla, tallennamme:</p><ul><li>nimesi ja "
                "sähköpostiosoitteesi</li><li>puhelinnumerosi, organisaatiosi, sen tyypin ja kuntasi, jos kerrot "
                "ne</li><li>vastauksesi järjestäjän kysymyksiin</li><li>mitä tarvitset voidaksesi osallistua, jos "
                "kerrot sen</li><li>ilmoittautumisen kielen ja ajan sekä sen, olitko paikalla</li></ul><p>Vain nimi"
                " ja sähköpostiosoite ovat aina pakollisia. Älä kerro sairauksista tai syistä. Jos ilmoittaudut "
                "toisella sivustolla, lue sen tietosuojaseloste. Jos ilmoittaudut sähköpostilla tai puhelimella, "
                "annat tietosi valmennuksen järjestäjälle. Jokaisen tämän sivuston lomakkeen yhteydessä on linkki "
                "tähän selosteeseen.</p><h3>Sivuston ylläpitäjät</h3><p>Ylläpitäjillä on tunnus. Siitä tallentuvat "
                "nimi, sähköpostiosoite, salasanan tiiviste ja se, mitä ylläpitäjä on muuttanut ja "
                "milloin.</p><h3>Palvelimen lokit</h3><p>Palvelin, jolla sivusto toimii, voi tallentaa käynneistä "
                "teknisiä tietoja: ajan, IP-osoitteen, haetun sivun ja selaimen. Lokeista etsitään virheitä ja "
                "väärinkäyttöä. Niistä ei tehdä kävijäseurantaa.</p><h2>Mihin tietoja "
                "käytetään?</h2><ul><li>Palautteen tiedoilla korjaamme sivustoa ja vastaamme "
                "sinulle.</li><li>Ilmoittautumisen tiedoilla järjestämme valmennuksen ja kerromme sinulle siitä. "
                "Rahoittajalle kerromme vain lukuja.</li><li>Ylläpitäjien tiedoilla rajaamme, kuka voi muuttaa "
                "sivustoa.</li><li>Lokien tiedoilla pidämme sivuston toimivana ja turvallisena.</li></ul><h2>Millä "
                "perusteella?</h2><p>Saavutettavuuspalautteen vastaanottamista vaatii laki digitaalisten palvelujen"
                " tarjoamisesta (306/2019). Käsittelyn perusteena voi olla lakisääteinen velvoite, yleistä etua "
                "koskeva tehtävä tai oikeutettu etu, kuten toimiva ja turvallinen sivusto. Tietoa siitä, mitä "
                "tarvitset, käytämme vain suostumuksellasi, jonka voit perua. Rekisterinpitäjä kirjaa, mikä peruste"
                " koskee mitäkin tietoa. Voit pyytää siitä tiedon.</p><h2>Kuka tietoja näkee?</h2><p>Palautteen "
                "lukevat ne, jotka vastaavat siihen. Viesti voidaan lähettää heille sähköpostilla. Ilmoittautumiset"
                " näkevät valmennuksen järjestäjät, tarpeesi vain ne, joilla on siihen oikeus. Katsomisesta jää "
                "merkintä. Tietoja voi käsitellä rekisterinpitäjän puolesta myös yritys, joka pitää yllä palvelinta"
                " tai sähköpostia. Tietoja ei myydä.</p><h2>Siirretäänkö tietoja EU:n ulkopuolelle?</h2><p>Sivusto "
                "ei itse lähetä tietojasi muiden palveluihin, eikä sivuilla ole muualta ladattavaa sisältöä. "
                "Rekisterinpitäjältä saat tiedon siitä, missä sen palvelin ja sähköposti sijaitsevat ja miten "
                "tiedot on suojattu, jos niitä siirretään EU:n tai ETA:n ulkopuolelle.</p><h2>Kuinka kauan tietoja "
                "säilytetään?</h2><p>Palaute poistetaan sivustolta, kun sen säilytysaika päättyy. Säilytysaika "
                "kerrotaan tämän sivun tietolaatikossa. Ilmoittautumislomake kertoo, montako päivää valmennuksen "
                "jälkeen tietosi poistetaan. Tarpeesi poistetaan ensin. Jäljelle jäävät luvut, joista sinua ei "
                "tunnista. Allekirjoitettua osallistujaluetteloa säilytetään hankkeen asiakirjana. Ylläpitäjän "
                "tunnusta säilytetään niin kauan kuin hän ylläpitää sivustoa. Muutosten historia säilyy sivujen "
                "tietona. Lokien säilytysajan saat rekisterinpitäjältä.</p><h2>Mitä oikeuksia sinulla "
                "on?</h2><ul><li>Voit kysyä, mitä tietoja sinusta on, ja saada niistä kopion.</li><li>Voit pyytää "
                "korjaamaan väärän tiedon.</li><li>Voit pyytää poistamaan tietosi. Ilmoittautumisesi muutat ja "
                "perut itse viestissä saamastasi linkistä.</li><li>Voit pyytää rajoittamaan käsittelyä tai "
                "vastustaa sitä.</li></ul><p>Se, mitä oikeuksia voit käyttää, riippuu käsittelyn perusteesta. "
                "Kirjoita rekisterinpitäjälle. Vastaus tulee viimeistään kuukauden kuluessa, tai saat tiedon, jos "
                "asia vie kauemmin.</p><h2>Voitko valittaa?</h2><p>Jos tietojasi käsitellään mielestäsi väärin, "
                'voit valittaa tietosuojavaltuutetulle. <a href="https://tietosuoja.fi/">Tietosuojavaltuutetun '
                "toimiston sivusto</a> neuvoo, miten.</p><h2>Profiloidaanko sinua?</h2><p>Ei. Tietojasi ei käytetä "
                "profilointiin eikä päätöksiin, jotka kone tekee yksin.</p>",
                sv="<p>Du kan läsa webbplatsen utan att berätta något om dig själv. Personuppgifter samlas när du "
                "skickar en blankett eller sköter webbplatsen. Här berättar vi det som artikel 13 i EU:s allmänna "
                "dataskyddsförordning ber oss berätta.</p><h2>Vem ansvarar för uppgifterna?</h2><p>Den "
                "personuppgiftsansvariga och dess kontaktuppgifter anges i faktarutan på den här sidan. Den "
                "personuppgiftsansvariga ansvarar för dina uppgifter och svarar på dina frågor, också på frågan om "
                "vem som är dataskyddsombud.</p><h2>Vilka uppgifter samlas in?</h2><h3>Respons på "
                "tillgängligheten</h3><ul><li>ditt meddelande</li><li>sidans adress, om du uppger den</li><li>ditt "
                "namn och din e-postadress, om du uppger dem</li><li>blankettens språk och tiden när du skickade "
                "den</li></ul><p>Bara meddelandet är obligatoriskt. Berätta inte mer om din hälsa än vad som "
                "behövs.</p><p>För att hindra missbruk räknar vi ut en kod av din IP-adress. Adressen kan inte "
                "läsas ur koden. Koden gäller i en timme.</p><h3>Anmälan till en utbildning</h3><p>När du anmäler "
                "dig på den här webbplatsen sparar vi:</p><ul><li>ditt namn och din e-postadress</li><li>ditt "
                "telefonnummer, din organisation, dess typ och din kommun, om du uppger dem</li><li>dina svar på "
                "arrangörens frågor</li><li>vad du behöver för att kunna delta, om du berättar det</li><li>anmälans"
                " språk och tid samt om du var på plats</li></ul><p>Bara namn och e-postadress är alltid "
                "obligatoriska. Berätta inte om sjukdomar eller orsaker. Om du anmäler dig på en annan webbplats "
                "ska du läsa dess dataskyddsbeskrivning. Om du anmäler dig per e-post eller telefon ger du dina "
                "uppgifter till utbildningsarrangören. Vid varje blankett på den här webbplatsen finns en länk till"
                " den här beskrivningen.</p><h3>De som sköter webbplatsen</h3><p>De som sköter webbplatsen har ett "
                "användarkonto. I det sparas namn, e-postadress, ett hashvärde av lösenordet samt vad personen har "
                "ändrat och när.</p><h3>Serverns loggar</h3><p>Servern där webbplatsen finns kan spara tekniska "
                "uppgifter om besök: tid, IP-adress, vilken sida som hämtades och webbläsare. Loggarna används för "
                "att hitta fel och missbruk. De används inte för att följa besökare.</p><h2>Vad används uppgifterna"
                " till?</h2><ul><li>Med uppgifterna i responsen rättar vi webbplatsen och svarar dig.</li><li>Med "
                "uppgifterna i anmälan ordnar vi utbildningen och berättar för dig om den. Till finansiären ger vi "
                "bara siffror.</li><li>Med uppgifterna om dem som sköter webbplatsen avgränsar vi vem som kan ändra"
                " den.</li><li>Med loggarna håller vi webbplatsen i gång och säker.</li></ul><h2>På vilken "
                "grund?</h2><p>Lagen om tillhandahållande av digitala tjänster (306/2019) kräver att vi tar emot "
                "respons på tillgängligheten. Grunden kan vara en rättslig förpliktelse, en uppgift av allmänt "
                "intresse eller ett berättigat intresse, till exempel en fungerande och säker webbplats. Uppgiften "
                "om vad du behöver använder vi bara med ditt samtycke, som du kan ta tillbaka. Den "
                "personuppgiftsansvariga antecknar vilken grund som gäller för vilka uppgifter. Du kan be att få "
                "veta det.</p><h2>Vem ser uppgifterna?</h2><p>Responsen läses av dem som svarar på den. Meddelandet"
                " kan skickas till dem per e-post. Anmälningarna ses av utbildningsarrangörerna, dina behov bara av"
                " dem som har rätt till det. Varje titt antecknas. Uppgifter kan också behandlas för den "
                "personuppgiftsansvarigas räkning av ett företag som sköter servern eller e-posten. Uppgifterna "
                "säljs inte.</p><h2>Överförs uppgifter utanför EU?</h2><p>Webbplatsen skickar inte själv dina "
                "uppgifter till andras tjänster, och på sidorna finns inget innehåll som laddas från annat håll. "
                "Den personuppgiftsansvariga berättar var dess server och e-post finns och hur uppgifterna skyddas "
                "om de överförs utanför EU eller EES.</p><h2>Hur länge sparas uppgifterna?</h2><p>Responsen raderas"
                " från webbplatsen när förvaringstiden går ut. Förvaringstiden anges i faktarutan på den här sidan."
                " Anmälningsblanketten berättar hur många dagar efter utbildningen dina uppgifter raderas. Dina "
                "behov raderas först. Kvar blir siffror där du inte kan kännas igen. Den undertecknade "
                "deltagarlistan sparas bland projektets handlingar. Ett användarkonto sparas så länge personen "
                "sköter webbplatsen. Ändringshistoriken sparas som en del av sidorna. Hur länge loggarna sparas får"
                " du veta av den personuppgiftsansvariga.</p><h2>Vilka rättigheter har du?</h2><ul><li>Du kan fråga"
                " vilka uppgifter som finns om dig och få en kopia av dem.</li><li>Du kan be att en felaktig "
                "uppgift rättas.</li><li>Du kan be att dina uppgifter raderas. Din anmälan ändrar och avbokar du "
                "själv med länken i meddelandet.</li><li>Du kan be att behandlingen begränsas, eller invända mot "
                "den.</li></ul><p>Vilka rättigheter du kan använda beror på grunden för behandlingen. Skriv till "
                "den personuppgiftsansvariga. Du får svar senast inom en månad, eller besked om det tar längre "
                "tid.</p><h2>Kan du klaga?</h2><p>Om du tycker att dina uppgifter behandlas fel kan du klaga hos "
                'dataombudsmannen. <a href="https://tietosuoja.fi/sv/">Webbplatsen för dataombudsmannens byrå</a> '
                "berättar hur du gör.</p><h2>Profileras du?</h2><p>Nej. Dina uppgifter används inte för profilering"
                " och inte för beslut som en maskin fattar ensam.</p>",
                en="<p>You can read this website without telling anything about yourself. Personal data is collected "
                "when you send a form or manage the website. Here we tell what article 13 of the EU’s General Data "
                "Protection Regulation asks us to tell.</p><h2>Who is responsible for the data?</h2><p>The "
                "controller and its contact details are told in the facts box of this page. The controller is "
                "responsible for your data and answers your questions, also the question of who its data protection"
                " officer is.</p><h2>What data is collected?</h2><h3>Feedback on accessibility</h3><ul><li>your "
                "message</li><li>the address of the page, if you give it</li><li>your name and e-mail address, if "
                "you give them</li><li>the language of the form and the time of sending</li></ul><p>Only the "
                "message is required. Do not tell more about your health than is needed.</p><p>To prevent misuse we"
                " calculate a code from your IP address. The address cannot be read from the code. The code is "
                "valid for one hour.</p><h3>Registering for a training</h3><p>When you register on this website we "
                "store:</p><ul><li>your name and e-mail address</li><li>your telephone number, your organisation, "
                "its type and your municipality, if you give them</li><li>your answers to the organiser’s "
                "questions</li><li>what you need to take part, if you tell it</li><li>the language and time of the "
                "registration, and whether you were there</li></ul><p>Only the name and the e-mail address are "
                "always required. Do not tell of illnesses or reasons. If you register on another website, read its"
                " privacy notice. If you register by e-mail or telephone, you give your data to the training "
                "organiser. Every form on this website has a link to this notice.</p><h3>Those who manage the "
                "website</h3><p>Those who manage the website have a user account. It holds their name, their e-mail"
                " address, a hash of their password, and what they have changed and when.</p><h3>Server "
                "logs</h3><p>The server on which the website runs may record technical details of visits: the time,"
                " the IP address, the page asked for and the browser. The logs are used to find faults and misuse. "
                "They are not used to track visitors.</p><h2>What is the data used for?</h2><ul><li>We use the data"
                " in your feedback to correct the website and to answer you.</li><li>We use the data in your "
                "registration to arrange the training and to tell you about it. The funder gets numbers "
                "only.</li><li>We use the data on those who manage the website to limit who can change "
                "it.</li><li>We use the logs to keep the website working and safe.</li></ul><h2>On what "
                "basis?</h2><p>The Act on the Provision of Digital Services (306/2019) requires us to receive "
                "feedback on accessibility. The basis can be a legal obligation, a task in the public interest or a"
                " legitimate interest, such as a website that works and is safe. What you need to take part we use "
                "only with your consent, which you can withdraw. The controller records which basis applies to "
                "which data. You can ask to be told.</p><h2>Who sees the data?</h2><p>Feedback is read by those who"
                " answer it. The message may be sent to them by e-mail. Registrations are seen by the training "
                "organisers, what you need only by those who have the right to it. Each look is noted. Data may "
                "also be handled on behalf of the controller by a company that runs the server or the e-mail. The "
                "data is not sold.</p><h2>Is data transferred outside the EU?</h2><p>The website itself does not "
                "send your data to the services of others, and its pages load no content from elsewhere. The "
                "controller can tell you where its server and e-mail are, and how the data is protected if it is "
                "transferred outside the EU or the EEA.</p><h2>How long is the data kept?</h2><p>Feedback is erased"
                " from the website when its retention time ends. The retention time is told in the facts box of "
                "this page. The registration form tells how many days after the training your data is erased. What "
                "you need is erased first. What is left are numbers in which you cannot be recognised. The signed "
                "list of participants is kept among the project’s documents. A user account is kept for as long as "
                "the person manages the website. The history of changes is kept as part of the pages. The "
                "controller can tell you how long the logs are kept.</p><h2>What rights do you "
                "have?</h2><ul><li>You can ask what data there is about you, and get a copy of it.</li><li>You can "
                "ask to have wrong data corrected.</li><li>You can ask to have your data erased. You can change and"
                " cancel your registration yourself with the link in the e-mail.</li><li>You can ask to have the "
                "processing restricted, or object to it.</li></ul><p>Which of these rights you can use depends on "
                "the basis of the processing. Write to the controller. You will get an answer within one month at "
                "the latest, or be told if it takes longer.</p><h2>Can you complain?</h2><p>If you think that your "
                "data is handled wrongly, you can complain to the Data Protection Ombudsman. <a "
                'href="https://tietosuoja.fi/en/">The website of the Office of the Data Protection Ombudsman</a> '
                "tells you how.</p><h2>Are you profiled?</h2><p>No. Your data is not used for profiling, nor for "
                "decisions that a machine makes alone.</p>",
            ),
        ),
    ],
}

COOKIES_PAGE = {
    "key": "cookies",
    "type": "home.StandardPage",
    "role": "cookies",
    "slug": T(fi="evasteet", sv="kakor", en="cookies"),
    "title": T(fi="Evästeet", sv="Kakor", en="Cookies"),
    "summary": T(
        fi="Sivusto ei seuraa sinua. Eväste tallentuu vain, kun avaat lomakkeen tai ylläpidät sivustoa.",
        sv="Webbplatsen följer dig inte. En kaka sparas bara när du öppnar en blankett eller sköter webbplatsen.",
        en="This website does not track you. A cookie is stored only when you open a form or manage the website.",
    ),
    "body": [
        (
            "rich_text",
            T(
                fi="<h2>Miksi sivustolla ei ole evästeilmoitusta?</h2><p>Eväste on pieni tieto, jonka "
                "sivusto tallentaa selaimeesi. Kun luet sivuja, niitä ei tallenneta "
                "lainkaan.</p><p>Tallennamme vain evästeet, joita ilman lomake tai kirjautuminen ei toimisi "
                "turvallisesti. Niihin ei tarvita lupaasi. Sivustolla ei ole kävijäseurantaa, mainoksia "
                "eikä muualta ladattavaa sisältöä.</p>",
                sv="<h2>Varför finns det ingen ruta om kakor?</h2><p>En kaka är en liten uppgift som "
                "webbplatsen sparar i din webbläsare. När du läser sidorna sparas inga kakor alls.</p><p>Vi "
                "sparar bara de kakor som behövs för att en blankett eller inloggningen ska fungera säkert. "
                "För dem behövs inte ditt tillstånd. På webbplatsen finns ingen besöksuppföljning, inga "
                "annonser och inget innehåll som laddas från annat håll.</p>",
                en="<h2>Why is there no cookie banner?</h2><p>A cookie is a small piece of information that "
                "a website stores in your browser. When you read our pages, no cookies are stored at "
                "all.</p><p>We only store cookies without which a form or signing in would not work safely. "
                "They do not need your consent. This website has no visitor tracking, no advertisements and "
                "no content loaded from elsewhere.</p>",
            ),
        ),
        (
            "table",
            {
                "caption": T(
                    fi="Sivuston evästeet",
                    sv="Webbplatsens kakor",
                    en="The cookies of this website",
                ),
                "columns": [
                    T(fi="Nimi", sv="Namn", en="Name"),
                    T(fi="Tarkoitus", sv="Syfte", en="Purpose"),
                    T(fi="Kuinka kauan", sv="Hur länge", en="How long"),
                ],
                "rows": [
                    {
                        "cells": [
                            T(fi="csrftoken", sv="csrftoken", en="csrftoken"),
                            T(
                                fi="Suojaa lomaketta: varmistaa, että lomakkeen lähettää sama selain, joka "
                                "sen avasi. Tallentuu, kun avaat lomakkeen.",
                                sv="Skyddar blanketten: säkerställer att blanketten skickas från samma "
                                "webbläsare som öppnade den. Sparas när du öppnar en blankett.",
                                en="Protects the form: makes sure that the form is sent by the same browser "
                                "that opened it. Stored when you open a form.",
                            ),
                            T(fi="1 vuosi", sv="1 år", en="1 year"),
                        ]
                    },
                    {
                        "cells": [
                            T(fi="sessionid", sv="sessionid", en="sessionid"),
                            T(
                                fi="Pitää sivuston ylläpitäjän kirjautuneena. Lukijoille sitä ei tallenneta.",
                                sv="Håller den som sköter webbplatsen inloggad. Sparas inte hos läsare.",
                                en="Keeps a person who manages the website signed in. Not stored for readers.",
                            ),
                            T(
                                fi="Kunnes selain suljetaan, tai 2 viikkoa, jos kirjautuja niin valitsee",
                                sv="Tills webbläsaren stängs, eller 2 veckor om den som loggar in väljer det",
                                en="Until the browser is closed, or 2 weeks if the person signing in so chooses",
                            ),
                        ]
                    },
                    {
                        "cells": [
                            T(fi="messages", sv="messages", en="messages"),
                            T(
                                fi="Näyttää sivuston ylläpitäjälle, että hänen muutoksensa onnistui. "
                                "Lukijoille sitä ei tallenneta.",
                                sv="Visar för den som sköter webbplatsen att en ändring har lyckats. Sparas "
                                "inte hos läsare.",
                                en="Tells a person who manages the website that a change has succeeded. Not "
                                "stored for readers.",
                            ),
                            T(
                                fi="Kunnes viesti on näytetty",
                                sv="Tills meddelandet har visats",
                                en="Until the message has been shown",
                            ),
                        ]
                    },
                    {
                        "cells": [
                            T(
                                fi="wagtail_sidebar_collapsed",
                                sv="wagtail_sidebar_collapsed",
                                en="wagtail_sidebar_collapsed",
                            ),
                            T(
                                fi="Muistaa, onko sivuston ylläpitäjä sulkenut ylläpidon sivupalkin. "
                                "Lukijoille sitä ei tallenneta.",
                                sv="Kommer ihåg om den som sköter webbplatsen har stängt sidofältet i "
                                "redigeringen. Sparas inte hos läsare.",
                                en="Remembers whether a person who manages the website has closed the "
                                "sidebar of the editing view. Not stored for readers.",
                            ),
                            T(
                                fi="Kunnes selain suljetaan",
                                sv="Tills webbläsaren stängs",
                                en="Until the browser is closed",
                            ),
                        ]
                    },
                ],
                "first_column_is_header": True,
            },
        ),
        (
            "rich_text",
            T(
                fi="<h2>Miten poistat evästeet?</h2><p>Voit poistaa evästeet selaimesi asetuksista milloin "
                "tahansa. Sivuston lukeminen toimii sen jälkeen aivan kuten ennenkin.</p>",
                sv="<h2>Hur tar du bort kakor?</h2><p>Du kan när som helst ta bort kakorna i webbläsarens "
                "inställningar. Du kan läsa webbplatsen precis som förut efter det.</p>",
                en="<h2>How do you remove cookies?</h2><p>You can remove cookies in the settings of your "
                "browser at any time. You can go on reading the website just as before.</p>",
            ),
        ),
    ],
}

EASY_LANGUAGE_PAGE = {
    "key": "easy_language",
    "type": "home.StandardPage",
    "role": "easy_language",
    "slug": T(fi="selkokielella", sv="latt-sprak", en="easy-language"),
    "title": T(fi="Tietoa selkokielellä", sv="Information på lätt språk", en="In easy English"),
    "summary": T(
        fi="Tällä sivulla kerromme hankkeesta lyhyesti ja selkeästi.",
        sv="På den här sidan berättar vi kort och enkelt om projektet.",
        en="On this page we tell about the project in a short and simple way.",
    ),
    "is_easy_language": True,
    "body": [
        (
            "rich_text",
            T(
                fi="<h2>Mikä hanke on?</h2><p>Hankkeen nimi on Yhdessä osallisuutta.</p><p>Hanke on työ, "
                "joka kestää tietyn ajan.</p><p>Tämä hanke alkaa elokuussa 2021 ja päättyy toukokuussa "
                "2023.</p><h2>Mitä osallisuus on?</h2><p>Osallisuus tarkoittaa, että ihminen kuuluu "
                "joukkoon.</p><p>Häntä kuunnellaan.</p><p>Hän voi vaikuttaa asioihin, jotka koskevat "
                "häntä.</p><h2>Mitä hanke haluaa?</h2><p>Joillakin ihmisillä on vaikeampaa kuin "
                "muilla.</p><p>Hanke haluaa, että myös he pääsevät mukaan ja voivat hyvin.</p><p>Kunnat ja "
                "järjestöt auttavat siinä.</p><p>Järjestö on ryhmä ihmisiä, jotka tekevät yhdessä tärkeää "
                "asiaa.</p><h2>Mitä hankkeessa tehdään?</h2><ul><li>Kunnat ja järjestöt suunnittelevat "
                "työtä yhdessä.</li><li>Ne kokeilevat uusia tapoja toimia.</li><li>Hanke järjestää "
                "valmennuksia. Valmennuksessa opitaan uutta.</li><li>Hanke tekee vinkkilistoja. Niissä on "
                "lyhyitä neuvoja.</li></ul><h2>Ketkä ovat mukana?</h2><p>Mukana on kuusi kuntaa "
                "Pohjois-Pohjanmaalta.</p><p>Ne ovat Haapavesi, Nivala, Raahe, Reisjärvi, Sievi ja "
                "Utajärvi.</p><p>Hanketta tekevät Diak ja PPsotu.</p><p>Diak on ammattikorkeakoulu. PPsotu "
                "on yhdistys.</p><h2>Kuka maksaa?</h2><p>Rahaa antavat Euroopan unioni ja "
                "STEA.</p><p>Euroopan unionin raha tulee Euroopan sosiaalirahastosta.</p><p>STEA antaa "
                "rahaa järjestöjen työhön.</p>",
                sv="<h2>Vad är projektet?</h2><p>Projektet heter Tillsammans för delaktighet.</p><p>Ett "
                "projekt är ett arbete som pågår en viss tid.</p><p>Det här projektet börjar i augusti 2021 "
                "och slutar i maj 2023.</p><h2>Vad är delaktighet?</h2><p>Delaktighet betyder att en "
                "människa får vara med.</p><p>Andra lyssnar på henne.</p><p>Hon kan påverka saker som "
                "gäller henne.</p><h2>Vad vill projektet?</h2><p>En del människor har det svårare än "
                "andra.</p><p>Projektet vill att också de får vara med och må bra.</p><p>Kommuner och "
                "organisationer hjälper till.</p><p>En organisation är en grupp människor som gör något "
                "viktigt tillsammans.</p><h2>Vad gör projektet?</h2><ul><li>Kommuner och organisationer "
                "planerar arbetet tillsammans.</li><li>De prövar nya sätt att arbeta.</li><li>Projektet "
                "ordnar utbildningar. På en utbildning lär man sig nytt.</li><li>Projektet gör tipslistor. "
                "De innehåller korta råd.</li></ul><h2>Vilka är med?</h2><p>Sex kommuner i Norra "
                "Österbotten är med.</p><p>De är Brahestad, Haapavesi, Nivala, Reisjärvi, Sievi och "
                "Utajärvi.</p><p>Diak och PPsotu gör projektet.</p><p>Diak är en yrkeshögskola. PPsotu är "
                "en förening.</p><h2>Vem betalar?</h2><p>Europeiska unionen och STEA ger "
                "pengar.</p><p>Pengarna från Europeiska unionen kommer från Europeiska "
                "socialfonden.</p><p>STEA ger pengar till organisationernas arbete.</p>",
                en="<h2>What is the project?</h2><p>The name of the project is Together for "
                "Inclusion.</p><p>A project is work that lasts for a certain time.</p><p>This project "
                "starts in August 2021 and ends in May 2023.</p><h2>What is inclusion?</h2><p>Inclusion "
                "means that a person belongs.</p><p>Other people listen to them.</p><p>They can have a say "
                "in things that matter to them.</p><h2>What does the project want?</h2><p>Life is harder "
                "for some people than for others.</p><p>The project wants these people to be included and "
                "to feel well.</p><p>Municipalities and associations help with this.</p><p>An association "
                "is a group of people who do something important together.</p><h2>What does the project "
                "do?</h2><ul><li>Municipalities and associations plan the work together.</li><li>They try "
                "new ways of working.</li><li>The project holds trainings. At a training you learn "
                "something new.</li><li>The project makes tip lists. They have short pieces of "
                "advice.</li></ul><h2>Who takes part?</h2><p>Six municipalities in Northern Ostrobothnia "
                "take part.</p><p>They are Haapavesi, Nivala, Raahe, Reisjärvi, Sievi and "
                "Utajärvi.</p><p>Diak and PPsotu run the project.</p><p>Diak is a university of applied "
                "sciences. PPsotu is an association.</p><h2>Who pays?</h2><p>The European Union and STEA "
                "give money.</p><p>The money from the European Union comes from the European Social "
                "Fund.</p><p>STEA gives money for the work of associations.</p>",
            ),
        ),
        (
            "call_to_action",
            {
                "title": T(fi="Haluatko kysyä?", sv="Vill du fråga något?", en="Do you want to ask something?"),
                "text": T(
                    fi="Me vastaamme mielellämme.",
                    sv="Vi svarar gärna.",
                    en="We are happy to answer.",
                ),
                "link": {
                    "page": Ref("page", "contact"),
                    "label": T(
                        fi="Katso yhteystiedot",
                        sv="Se kontaktuppgifterna",
                        en="See how to contact us",
                    ),
                },
            },
        ),
    ],
}

PAGES = [
    PROJECT_PAGE,
    RESULTS_PAGE,
    CONTACT_PAGE,
    ACCESSIBILITY_PAGE,
    PRIVACY_PAGE,
    COOKIES_PAGE,
    EASY_LANGUAGE_PAGE,
]

TEXTS = {
    "key": "texts",
    "name": T(
        fi="Yhdessä osallisuutta",
        sv="Tillsammans för delaktighet",
        en="Together for Inclusion",
    ),
    "tagline": T(
        fi="Kunnat ja järjestöt vahvistavat osallisuutta",
        sv="Kommuner och organisationer stärker delaktigheten",
        en="Municipalities and associations strengthen inclusion",
    ),
    "footer": T(
        fi="Hanke vahvistaa heikoimmassa asemassa olevien ihmisten osallisuutta ja hyvinvointia kuntien ja "
        "järjestöjen yhteistyöllä.",
        sv="Projektet stärker delaktigheten och välbefinnandet hos dem som har det svårast, genom samarbete "
        "mellan kommuner och organisationer.",
        en="The project strengthens the inclusion and wellbeing of people in the weakest position, through "
        "cooperation between municipalities and associations.",
    ),
    "funding_statement": T(
        fi="Hanketta rahoittavat Euroopan unionin Euroopan sosiaalirahasto ja Sosiaali- ja "
        "terveysjärjestöjen avustuskeskus STEA.",
        sv="Projektet finansieras av Europeiska unionens Europeiska socialfond och av Social- och "
        "hälsoorganisationernas understödscentral STEA.",
        en="The project is funded by the European Union’s European Social Fund and by STEA, the Funding "
        "Centre for Social Welfare and Health Organisations.",
    ),
    "emblem_line": T(
        fi="Euroopan sosiaalirahasto",
        sv="Europeiska socialfonden",
        en="European Social Fund",
    ),
}

SETTINGS = {
    "official_name": "Osallisuutta ja ihmislähtöisyyttä paikallista yhteistyötä edistämällä",
    "official_name_language": "fi",
    "starts_on": date(2021, 8, 1),
    "ends_on": date(2023, 5, 31),
    "programme": "2014-2020",
    "facebook_name": "Järjestöystävällinen Pohjois-Pohjanmaa",
    "hashtag": "#yhdessäosallisuutta",
}

ORGANISATIONS = [
    {
        "key": "diak",
        "name": T(
            fi="Diakonia-ammattikorkeakoulu",
            sv="Diak",
            en="Diaconia University of Applied Sciences",
        ),
        "short_name": T(fi="Diak", sv="Diak", en="Diak"),
        "role": "implementer",
        "sort_order": 1,
    },
    {
        "key": "ppsotu",
        "name": T(
            fi="Pohjois-Pohjanmaan sosiaali- ja terveysturvayhdistys",
            sv="Pohjois-Pohjanmaan sosiaali- ja terveysturvayhdistys",
            en="Pohjois-Pohjanmaan sosiaali- ja terveysturvayhdistys",
        ),
        "short_name": T(fi="PPsotu", sv="PPsotu", en="PPsotu"),
        "name_language": "fi",
        "role": "implementer",
        "sort_order": 2,
    },
    {
        "key": "esf",
        "name": T(
            fi="Euroopan sosiaalirahasto",
            sv="Europeiska socialfonden",
            en="European Social Fund",
        ),
        "short_name": T(fi="ESR", sv="ESF", en="ESF"),
        "role": "funder",
        "sort_order": 3,
    },
    {
        "key": "stea",
        "name": T(
            fi="Sosiaali- ja terveysjärjestöjen avustuskeskus",
            sv="Social- och hälsoorganisationernas understödscentral",
            en="Funding Centre for Social Welfare and Health Organisations",
        ),
        "short_name": T(fi="STEA", sv="STEA", en="STEA"),
        "role": "funder",
        "sort_order": 4,
    },
]
