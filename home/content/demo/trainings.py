"""The trainings of the demo site: four past ones, and three coming ones marked as examples."""

from datetime import date, time

from home.content.text import Ref, T

HELD_TITLE = T(
    fi="Valmennus on pidetty",
    sv="Utbildningen har hållits",
    en="This training has been held",
)

EXAMPLE_TITLE = T(fi="Tämä on esimerkki", sv="Det här är ett exempel", en="This is an example")

EXAMPLE_TEXT = T(
    fi="<p>Esimerkki: tätä valmennusta ei oikeasti järjestetä. Sivu näyttää, miltä tuleva valmennus näyttää "
    "ja miten siihen ilmoittaudutaan.</p>",
    sv="<p>Exempel: den här utbildningen ordnas inte på riktigt. Sidan visar hur en kommande utbildning ser "
    "ut och hur man anmäler sig.</p>",
    en="<p>Example: this training will not really take place. The page shows what a coming training looks "
    "like and how to register.</p>",
)

PAST_TRAININGS = [
    {
        "key": "training-open-space",
        "slug": T(
            fi="avoimen-tilan-perustaminen-kuntaan",
            sv="att-starta-ett-oppet-rum-i-kommunen",
            en="setting-up-an-open-space-in-a-municipality",
        ),
        "title": T(
            fi="Avoimen tilan perustaminen kuntaan",
            sv="Att starta ett öppet rum i kommunen",
            en="Setting up an open space in a municipality",
        ),
        "summary": T(
            fi="Valmennus avoimesta tilasta: paikasta, johon jokainen saa tulla ilman syytä ja ilman ajanvarausta.",
            sv="En utbildning om öppna rum: platser dit alla får komma utan orsak och utan tidsbokning.",
            en="A training on open spaces: places where everyone may come without a reason and without an appointment.",
        ),
        "starts_on": date(2022, 2, 22),
        "details_later": False,
        "mode": "on_site",
        "audience": T(
            fi="Kuntien työntekijät ja yhdistykset",
            sv="Kommunernas anställda och föreningar",
            en="Municipal workers and associations",
        ),
        "registration": "none",
        "body": [
            (
                "rich_text",
                T(
                    fi="<h2>Mistä valmennuksessa oli kyse?</h2><p>Avoin tila on paikka, johon saa tulla "
                    "sellaisena kuin on. Siellä voi juoda kahvia, tavata muita tai vain olla. Valmennuksen "
                    "aiheena oli, miten kunta saa sellaisen alkuun.</p><p>Avoimen tilan perustamiseen "
                    "kuuluu ainakin näitä kysymyksiä:</p><ul><li>Kenelle tila on, ja mitä he siltä "
                    "toivovat?</li><li>Missä tila on, ja milloin ovi on auki?</li><li>Miten kunta, "
                    "yhdistykset ja kävijät jakavat vastuun?</li><li>Miten tila pysyy turvallisena ja "
                    "kynnys matalana?</li></ul>",
                    sv="<h2>Vad handlade utbildningen om?</h2><p>Ett öppet rum är en plats dit man får "
                    "komma som man är. Där kan man dricka kaffe, träffa andra eller bara vara. "
                    "Utbildningens tema var hur en kommun får i gång ett sådant.</p><p>Till att starta ett "
                    "öppet rum hör åtminstone de här frågorna:</p><ul><li>För vem är rummet, och vad önskar "
                    "de sig av det?</li><li>Var finns rummet, och när är dörren öppen?</li><li>Hur delar "
                    "kommunen, föreningarna och besökarna på ansvaret?</li><li>Hur hålls rummet tryggt och "
                    "tröskeln låg?</li></ul>",
                    en="<h2>What was the training about?</h2><p>An open space is a place where people may "
                    "come just as they are. They can have coffee, meet others or simply be there. The theme "
                    "of the training was how a municipality gets one started.</p><p>Setting up an open "
                    "space raises at least these questions:</p><ul><li>Who is the space for, and what do "
                    "they wish from it?</li><li>Where is the space, and when is the door open?</li><li>How "
                    "do the municipality, associations and visitors share responsibility?</li><li>How does "
                    "the space stay safe and easy to enter?</li></ul>",
                ),
            ),
            (
                "callout",
                {
                    "kind": "note",
                    "title": HELD_TITLE,
                    "text": T(
                        fi="<p>Aihe on silti ajankohtainen. Vinkkilista auttaa ensimmäisissä askelissa.</p>",
                        sv="<p>Temat är ändå aktuellt. Tipslistan hjälper med de första stegen.</p>",
                        en="<p>The theme is still a live one. The tip list helps with the first steps.</p>",
                    ),
                },
            ),
            ("tip_list", {"tip_list": Ref("page", "open-space")}),
        ],
        "topics": ["open-spaces", "participation"],
        "municipalities": [],
    },
    {
        "key": "training-experience",
        "slug": T(
            fi="kokemustoiminnan-hyodyntaminen-kuntatyossa",
            sv="erfarenhetsverksamhet-i-kommunens-arbete",
            en="using-experience-in-municipal-work",
        ),
        "title": T(
            fi="Kokemustoiminnan hyödyntäminen kuntatyössä",
            sv="Att ta vara på erfarenhetsverksamhet i kommunens arbete",
            en="Making use of expertise by experience in municipal work",
        ),
        "summary": T(
            fi="Valmennus kokemustoiminnasta: miten omakohtainen kokemus saadaan mukaan kunnan työhön "
            "reilusti ja hyödyllisesti.",
            sv="En utbildning om erfarenhetsverksamhet: hur egen erfarenhet blir en rättvis och nyttig del "
            "av kommunens arbete.",
            en="A training on expertise by experience: how first-hand experience becomes a fair and useful "
            "part of municipal work.",
        ),
        "starts_on": date(2022, 3, 29),
        "details_later": False,
        "mode": "on_site",
        "audience": T(
            fi="Kuntien työntekijät ja yhdistykset",
            sv="Kommunernas anställda och föreningar",
            en="Municipal workers and associations",
        ),
        "registration": "none",
        "body": [
            (
                "rich_text",
                T(
                    fi="<h2>Mistä valmennuksessa oli kyse?</h2><p>Kokemusasiantuntija on itse elänyt asian, "
                    "josta hän puhuu. Hän tietää, miltä palvelu tuntuu ja missä se takkuaa. Valmennuksen "
                    "aiheena oli, miten tämä tieto saadaan mukaan kunnan arkeen.</p><p>Aiheeseen kuuluu "
                    "ainakin näitä kysymyksiä:</p><ul><li>Missä tehtävissä kokemuksesta on "
                    "apua?</li><li>Mistä kokemusasiantuntijan voi löytää?</li><li>Mitä sovitaan palkkiosta, "
                    "tuesta ja työnjaosta?</li><li>Miten kokemus vaikuttaa päätöksiin eikä jää "
                    "tarinaksi?</li></ul>",
                    sv="<h2>Vad handlade utbildningen om?</h2><p>En erfarenhetsexpert har själv upplevt det "
                    "hen talar om. Hen vet hur en tjänst känns och var den kärvar. Utbildningens tema var "
                    "hur den här kunskapen blir en del av kommunens vardag.</p><p>Till temat hör åtminstone "
                    "de här frågorna:</p><ul><li>I vilka uppgifter är erfarenheten till hjälp?</li><li>Var "
                    "hittar man en erfarenhetsexpert?</li><li>Vad ska man komma överens om när det gäller "
                    "arvode, stöd och arbetsfördelning?</li><li>Hur påverkar erfarenheten besluten, så att "
                    "den inte bara blir en berättelse?</li></ul>",
                    en="<h2>What was the training about?</h2><p>An expert by experience has lived through "
                    "what they talk about. They know what a service feels like and where it gets stuck. The "
                    "theme of the training was how to bring this knowledge into the everyday work of a "
                    "municipality.</p><p>The theme raises at least these questions:</p><ul><li>In which "
                    "tasks is experience a help?</li><li>Where can you find an expert by "
                    "experience?</li><li>What should be agreed on fees, support and roles?</li><li>How does "
                    "experience shape decisions, and not remain just a story?</li></ul>",
                ),
            ),
            (
                "callout",
                {
                    "kind": "note",
                    "title": HELD_TITLE,
                    "text": T(
                        fi="<p>Haluatko jatkaa aiheesta? Ripusta vinkkilista seinälle ja käykää se läpi tiimissä.</p>",
                        sv="<p>Vill du fortsätta med temat? Häng upp tipslistan på väggen och gå igenom den "
                        "i teamet.</p>",
                        en="<p>Would you like to go on with the theme? Hang the tip list on the wall and go "
                        "through it in your team.</p>",
                    ),
                },
            ),
            ("tip_list", {"tip_list": Ref("page", "experience")}),
        ],
        "topics": ["experience", "participation"],
        "municipalities": [],
    },
    {
        "key": "training-data",
        "slug": T(
            fi="huono-osaisuusindikaattorit-kartoilla",
            sv="indikatorer-for-utsatthet-pa-kartor",
            en="indicators-of-disadvantage-on-maps",
        ),
        "title": T(
            fi="Huono-osaisuusindikaattorit kartoilla",
            sv="Indikatorer för utsatthet på kartor",
            en="Indicators of disadvantage on maps",
        ),
        "summary": T(
            fi="Valmennus tiedosta ja kartoista: mitä huono-osaisuuden mittarit kertovat, ja mitä ne "
            "jättävät kertomatta.",
            sv="En utbildning om data och kartor: vad mått på utsatthet berättar, och vad de inte berättar.",
            en="A training on data and maps: what measures of disadvantage tell us, and what they leave out.",
        ),
        "starts_on": date(2022, 5, 11),
        "details_later": False,
        "mode": "on_site",
        "audience": T(
            fi="Kuntien työntekijät ja yhdistykset",
            sv="Kommunernas anställda och föreningar",
            en="Municipal workers and associations",
        ),
        "registration": "none",
        "body": [
            (
                "rich_text",
                T(
                    fi="<h2>Mistä valmennuksessa oli kyse?</h2><p>Indikaattori on mittari: luku, jolla "
                    "seurataan jotakin ilmiötä. Kartalla luvuista näkee, miten alueet eroavat toisistaan. "
                    "Valmennuksen aiheena oli, miten huono-osaisuutta kuvaavia lukuja voi katsoa "
                    "kartalta.</p><p>Kun lukuja luetaan, on hyvä kysyä:</p><ul><li>Mitä luku mittaa, ja "
                    "miltä ajalta se on?</li><li>Mitä luku ei kerro ihmisten arjesta?</li><li>Onko alue "
                    "niin pieni, että yksi ihminen voisi tunnistua?</li><li>Mitä alueella asuvat itse "
                    "sanovat tuloksesta?</li></ul>",
                    sv="<h2>Vad handlade utbildningen om?</h2><p>En indikator är ett mått: ett tal som "
                    "visar hur en företeelse utvecklas. På en karta ser man hur områden skiljer sig från "
                    "varandra. Utbildningens tema var hur man kan se på tal om utsatthet med hjälp av "
                    "kartor.</p><p>När man läser talen är det bra att fråga:</p><ul><li>Vad mäter talet, "
                    "och från vilken tid är det?</li><li>Vad berättar talet inte om människornas "
                    "vardag?</li><li>Är området så litet att en enskild människa kan kännas "
                    "igen?</li><li>Vad säger de som bor i området själva om resultatet?</li></ul>",
                    en="<h2>What was the training about?</h2><p>An indicator is a measure: a number used to "
                    "follow something over time. On a map you can see how areas differ from each other. The "
                    "theme of the training was how to look at figures on disadvantage on maps.</p><p>When "
                    "reading the figures, it is good to ask:</p><ul><li>What does the figure measure, and "
                    "from what time?</li><li>What does the figure not tell about people’s everyday "
                    "life?</li><li>Is the area so small that one person could be recognised?</li><li>What "
                    "do the people who live there say about the result?</li></ul>",
                ),
            ),
            (
                "callout",
                {
                    "kind": "tip",
                    "title": T(
                        fi="Luku on keskustelun alku",
                        sv="Talet är början på ett samtal",
                        en="A figure starts a conversation",
                    ),
                    "text": T(
                        fi="<p>Kartta näyttää, missä kannattaa kysyä lisää. Se ei kerro, keitä ihmiset "
                        "ovat. Tämä valmennus on jo pidetty.</p>",
                        sv="<p>Kartan visar var det lönar sig att fråga mer. Den berättar inte vilka "
                        "människorna är. Den här utbildningen har redan hållits.</p>",
                        en="<p>A map shows where to ask more. It does not tell who the people are. This "
                        "training has already been held.</p>",
                    ),
                },
            ),
        ],
        "topics": ["data", "wellbeing"],
        "municipalities": [],
    },
    {
        "key": "training-encounter",
        "slug": T(fi="hyva-kohtaaminen", sv="ett-gott-bemotande", en="a-good-encounter"),
        "title": T(fi="Hyvä kohtaaminen", sv="Ett gott bemötande", en="A good encounter"),
        "summary": T(
            fi="Valmennus kohtaamisesta: miten ihminen tulee nähdyksi ja kuulluksi, myös kiireen keskellä.",
            sv="En utbildning om bemötande: hur en människa blir sedd och hörd, också mitt i brådskan.",
            en="A training on encounters: how a person is seen and heard, even when everyone is busy.",
        ),
        "starts_on": date(2022, 10, 12),
        "details_later": False,
        "mode": "on_site",
        "audience": T(
            fi="Kuntien työntekijät ja yhdistykset",
            sv="Kommunernas anställda och föreningar",
            en="Municipal workers and associations",
        ),
        "registration": "none",
        "body": [
            (
                "rich_text",
                T(
                    fi="<h2>Mistä valmennuksessa oli kyse?</h2><p>Kohtaaminen voi kestää kaksi minuuttia ja "
                    "jäädä mieleen vuosiksi. Valmennuksen aiheena oli, mistä hyvä kohtaaminen syntyy ja "
                    "miten sitä voi harjoitella.</p><p>Hyvään kohtaamiseen kuuluu ainakin "
                    "tämä:</p><ul><li>Olet läsnä ja kuuntelet loppuun asti.</li><li>Puhut niin, että toinen "
                    "ymmärtää.</li><li>Näet ihmisen etkä vain hänen asiaansa.</li><li>Sovitte yhdessä, mitä "
                    "seuraavaksi tapahtuu.</li></ul>",
                    sv="<h2>Vad handlade utbildningen om?</h2><p>Ett möte mellan två människor kan ta två "
                    "minuter och bli kvar i minnet i åratal. Utbildningens tema var vad ett gott bemötande "
                    "består av och hur man kan öva på det.</p><p>Till ett gott bemötande hör åtminstone det "
                    "här:</p><ul><li>Du är närvarande och lyssnar till slut.</li><li>Du talar så att den "
                    "andra förstår.</li><li>Du ser människan och inte bara ärendet.</li><li>Ni kommer "
                    "tillsammans överens om vad som händer sedan.</li></ul>",
                    en="<h2>What was the training about?</h2><p>An encounter can last two minutes and stay "
                    "in the mind for years. The theme of the training was what makes a good encounter and "
                    "how to practise it.</p><p>A good encounter includes at least this:</p><ul><li>You are "
                    "present and listen to the end.</li><li>You speak so that the other person "
                    "understands.</li><li>You see the person and not only their business.</li><li>You agree "
                    "together on what happens next.</li></ul>",
                ),
            ),
            (
                "callout",
                {
                    "kind": "note",
                    "title": HELD_TITLE,
                    "text": T(
                        fi="<p>Voit harjoitella kohtaamista joka päivä. Vinkkilistassa on kahdeksan tapaa "
                        "aloittaa.</p>",
                        sv="<p>Du kan öva på bemötande varje dag. I tipslistan finns åtta sätt att börja.</p>",
                        en="<p>You can practise every day. The tip list has eight ways to begin.</p>",
                    ),
                },
            ),
            ("tip_list", {"tip_list": Ref("page", "encounter")}),
        ],
        "topics": ["encounter"],
        "municipalities": [],
    },
]

COMING_TRAININGS = [
    {
        "key": "training-participatory-meeting",
        "slug": T(
            fi="osallistava-kokous-kaytannossa",
            sv="ett-mote-dar-alla-ar-delaktiga-i-praktiken",
            en="a-participatory-meeting-in-practice",
        ),
        "title": T(
            fi="Osallistava kokous käytännössä",
            sv="Ett möte där alla är delaktiga – i praktiken",
            en="A participatory meeting in practice",
        ),
        "summary": T(
            fi="Esimerkki: päivän valmennus, jossa harjoitellaan kokousta, jossa jokainen saa äänensä kuuluviin.",
            sv="Exempel: en utbildningsdag där vi övar på möten där alla får sin röst hörd.",
            en="Example: a day of practising meetings in which everyone’s voice is heard.",
        ),
        "days_ahead": 16,
        "days": 1,
        "starts_at": time(9, 30),
        "ends_at": time(15, 0),
        "details_later": False,
        "programme": [
            (
                "session",
                {
                    "title": T(
                        fi="Aamukahvi ja tutustuminen",
                        sv="Morgonkaffe och presentation",
                        en="Morning coffee and introductions",
                    ),
                    "starts": time(9, 30),
                    "ends": time(10, 0),
                },
            ),
            (
                "session",
                {
                    "title": T(
                        fi="Kenen ääni puuttuu? Kutsuminen ja valmistelu",
                        sv="Vems röst saknas? Att bjuda in och förbereda",
                        en="Whose voice is missing? Inviting and preparing",
                    ),
                    "starts": time(10, 0),
                    "ends": time(11, 30),
                },
            ),
            (
                "session",
                {
                    "title": T(fi="Lounas", sv="Lunch", en="Lunch"),
                    "starts": time(11, 30),
                    "ends": time(12, 15),
                },
            ),
            (
                "session",
                {
                    "title": T(
                        fi="Harjoitus: kokous, jossa kaikki puhuvat",
                        sv="Övning: ett möte där alla talar",
                        en="Exercise: a meeting where everyone speaks",
                    ),
                    "starts": time(12, 15),
                    "ends": time(14, 0),
                },
            ),
            (
                "session",
                {
                    "title": T(
                        fi="Oma seuraava kokous: suunnitelma parin kanssa",
                        sv="Ditt nästa möte: planera två och två",
                        en="Your next meeting: planning in pairs",
                    ),
                    "starts": time(14, 0),
                    "ends": time(15, 0),
                },
            ),
        ],
        "mode": "on_site",
        "venue": T(
            fi="Nivala. Tarkka paikka kerrotaan ilmoittautuneille.",
            sv="Nivala. Den exakta platsen meddelas dem som har anmält sig.",
            en="Nivala. The exact place will be told to those who have registered.",
        ),
        "venue_accessibility": T(
            fi="Tilaan pääsee ilman portaita, ja siellä on esteetön WC. Kerro etukäteen, jos tarvitset jotain muuta.",
            sv="Lokalen kan nås utan trappor och har en tillgänglig toalett. Berätta i förväg om du behöver "
            "något annat.",
            en="The room can be reached without stairs and has an accessible toilet. Tell us beforehand if "
            "you need anything else.",
        ),
        "languages": T(fi="suomi", sv="finska", en="Finnish"),
        "material_languages": T(
            fi="suomi ja ruotsi",
            sv="finska och svenska",
            en="Finnish and Swedish",
        ),
        "interpretation": T(
            fi="Viittomakielen tulkkaus tai kirjoitustulkkaus järjestetään, jos sitä tarvitaan. Kerro "
            "siitä, kun ilmoittaudut.",
            sv="Teckenspråkstolkning eller skrivtolkning ordnas vid behov. Berätta om det när du anmäler dig.",
            en="Sign language or speech-to-text interpreting is arranged if needed. Tell us when you register.",
        ),
        "price": T(
            fi="Maksuton, lounas omakustanteinen",
            sv="Avgiftsfri, lunchen betalar du själv",
            en="Free of charge, lunch at your own expense",
        ),
        "audience": T(
            fi="Kuntien työntekijät, luottamushenkilöt ja yhdistysten väki",
            sv="Kommunernas anställda, förtroendevalda och föreningsaktiva",
            en="Municipal workers, elected representatives and people from associations",
        ),
        "registration": "here",
        "contact": Ref("contact", "coordinator"),
        "opens_days_ahead": -10,
        "closes_days_ahead": 11,
        "capacity": 11,
        "waitlist_capacity": 8,
        "body": [
            ("callout", {"kind": "note", "title": EXAMPLE_TITLE, "text": EXAMPLE_TEXT}),
            (
                "rich_text",
                T(
                    fi="<h2>Mitä opit?</h2><p>Valmennuksessa tehdään enemmän kuin kuunnellaan. Päivän "
                    "jälkeen osaat</p><ul><li>kutsua mukaan ne, joita asia koskee</li><li>rakentaa "
                    "asialistan, jossa on tilaa keskustelulle</li><li>jakaa puheenvuorot niin, että "
                    "hiljaisetkin ehtivät mukaan</li><li>kertoa jälkikäteen, mitä osallistumisesta "
                    "seurasi.</li></ul>",
                    sv="<h2>Vad får du lära dig?</h2><p>På utbildningen gör vi mer än vi lyssnar. Efter "
                    "dagen kan du</p><ul><li>bjuda in dem som saken gäller</li><li>göra en agenda med plats "
                    "för samtal</li><li>fördela ordet så att också de tysta hinner med</li><li>berätta "
                    "efteråt vad deltagandet ledde till.</li></ul>",
                    en="<h2>What will you learn?</h2><p>In this training we do more than we listen. After "
                    "the day you can</p><ul><li>invite the people whom the matter concerns</li><li>draw up "
                    "an agenda with room for discussion</li><li>share the floor so that quiet people have "
                    "time to join in</li><li>tell afterwards what came of taking part.</li></ul>",
                ),
            ),
            (
                "accordion",
                {
                    "heading": T(
                        fi="Hyvä tietää ennen valmennusta",
                        sv="Bra att veta före utbildningen",
                        en="Good to know before the training",
                    ),
                    "items": [
                        {
                            "title": T(
                                fi="Pitääkö minun valmistautua?",
                                sv="Måste jag förbereda mig?",
                                en="Do I need to prepare?",
                            ),
                            "text": T(
                                fi="<p>Ota mukaan yhden oman kokouksesi asialista. Muokkaamme sitä päivän aikana.</p>",
                                sv="<p>Ta med agendan för ett av dina egna möten. Vi arbetar om den under dagen.</p>",
                                en="<p>Bring the agenda of one of your own meetings. We will rework it "
                                "during the day.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Voiko yhdistyksestä tulla useampi?",
                                sv="Kan flera komma från samma förening?",
                                en="Can several people come from one association?",
                            ),
                            "text": T(
                                fi="<p>Voi. Työparina oppi siirtyy helpommin omaan arkeen.</p>",
                                sv="<p>Ja. I par är det lättare att ta med sig lärdomarna till vardagen.</p>",
                                en="<p>Yes. As a pair it is easier to take what you learn back to everyday work.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Mitä jos en pääsekään tulemaan?",
                                sv="Vad gör jag om jag inte kan komma?",
                                en="What if I cannot come after all?",
                            ),
                            "text": T(
                                fi="<p>Kerro siitä heti, niin joku jonosta saa paikkasi. Syytä ei tarvitse kertoa.</p>",
                                sv="<p>Meddela genast, så får någon i kön din plats. Du behöver inte "
                                "berätta varför.</p>",
                                en="<p>Tell us at once, so that someone in the queue gets your place. You "
                                "need not say why.</p>",
                            ),
                        },
                    ],
                },
            ),
        ],
        "topics": ["participation", "associations"],
        "municipalities": ["nivala"],
    },
    {
        "key": "training-plain-language",
        "slug": T(
            fi="selkea-viesti-kuntalaiselle",
            sv="tydliga-meddelanden-till-invanarna",
            en="clear-messages-to-residents",
        ),
        "title": T(
            fi="Selkeä viesti kuntalaiselle",
            sv="Tydliga meddelanden till invånarna",
            en="Clear messages to residents",
        ),
        "summary": T(
            fi="Esimerkki: iltapäivä verkossa. Muokkaat oman viestisi sellaiseksi, että lukija ymmärtää sen "
            "ensimmäisellä kerralla.",
            sv="Exempel: en eftermiddag på nätet. Du arbetar om ett eget meddelande så att läsaren förstår det genast.",
            en="Example: an afternoon online. You rework a message of your own so that readers understand "
            "it the first time.",
        ),
        "days_ahead": 37,
        "days": 1,
        "starts_at": time(12, 30),
        "ends_at": time(15, 30),
        "details_later": False,
        "programme": [
            (
                "session",
                {
                    "title": T(
                        fi="Linjat auki ja tervetuloa",
                        sv="Anslutning och välkomstord",
                        en="Joining and welcome",
                    ),
                    "starts": time(12, 30),
                    "ends": time(12, 45),
                },
            ),
            (
                "session",
                {
                    "title": T(
                        fi="Mikä tekee viestistä vaikean?",
                        sv="Vad gör ett meddelande svårt?",
                        en="What makes a message hard to read?",
                    ),
                    "starts": time(12, 45),
                    "ends": time(13, 30),
                },
            ),
            (
                "session",
                {
                    "title": T(
                        fi="Työpaja: oma viesti selkeäksi",
                        sv="Workshop: gör ditt eget meddelande tydligt",
                        en="Workshop: making your own message clear",
                    ),
                    "starts": time(13, 30),
                    "ends": time(14, 30),
                },
            ),
            (
                "session",
                {
                    "title": T(fi="Tauko", sv="Paus", en="Break"),
                    "starts": time(14, 30),
                    "ends": time(14, 45),
                },
            ),
            (
                "session",
                {
                    "title": T(
                        fi="Selkokieli: kenelle ja milloin? Kysymyksiä",
                        sv="Lätt språk: för vem och när? Frågor",
                        en="Easy language: for whom and when? Questions",
                    ),
                    "starts": time(14, 45),
                    "ends": time(15, 30),
                },
            ),
        ],
        "mode": "online",
        "venue": T(
            fi="Verkossa. Linkki lähetetään ilmoittautuneille.",
            sv="På nätet. Länken skickas till dem som har anmält sig.",
            en="Online. The link is sent to those who have registered.",
        ),
        "venue_accessibility": T(
            fi="Valmennus tekstitetään, ja chattiin kirjoitetut kysymykset luetaan ääneen. Kameran saa pitää kiinni.",
            sv="Utbildningen textas, och frågor i chatten läses upp. Du får ha kameran avstängd.",
            en="The training is captioned, and questions in the chat are read aloud. You may keep your camera off.",
        ),
        "languages": T(fi="suomi", sv="finska", en="Finnish"),
        "material_languages": T(
            fi="suomi, ruotsi ja englanti",
            sv="finska, svenska och engelska",
            en="Finnish, Swedish and English",
        ),
        "interpretation": T(
            fi="Tekstitys suomeksi. Viittomakielen tulkkaus järjestetään, jos sitä tarvitaan.",
            sv="Textning på finska. Teckenspråkstolkning ordnas vid behov.",
            en="Captions in Finnish. Sign language interpreting is arranged if needed.",
        ),
        "price": T(fi="Maksuton", sv="Avgiftsfri", en="Free of charge"),
        "audience": T(
            fi="Kaikki, jotka kirjoittavat kuntalaisille",
            sv="Alla som skriver till kommunens invånare",
            en="Everyone who writes to residents",
        ),
        "meeting_url": "https://kokous.example.org/selkea-viesti",
        "registration": "here",
        "contact": Ref("contact", "worker"),
        "opens_days_ahead": -10,
        "closes_days_ahead": 34,
        "capacity": 6,
        "waitlist_capacity": 10,
        "body": [
            ("callout", {"kind": "note", "title": EXAMPLE_TITLE, "text": EXAMPLE_TEXT}),
            (
                "rich_text",
                T(
                    fi="<h2>Mitä opit?</h2><p>Ota mukaan yksi viesti, tiedote tai verkkosivu. Iltapäivän "
                    "jälkeen osaat</p><ul><li>sanoa tärkeimmän ensimmäisessä lauseessa</li><li>vaihtaa "
                    "virkasanat tavallisiin sanoihin</li><li>jäsentää tekstin niin, että silmäilijäkin "
                    "löytää asiansa</li><li>erottaa selkeän yleiskielen ja selkokielen.</li></ul>",
                    sv="<h2>Vad får du lära dig?</h2><p>Ta med ett meddelande, en notis eller en webbsida. "
                    "Efter eftermiddagen kan du</p><ul><li>säga det viktigaste i den första "
                    "meningen</li><li>byta kanslispråk mot vanliga ord</li><li>strukturera texten så att "
                    "också den som skummar hittar rätt</li><li>skilja mellan klarspråk och lätt "
                    "språk.</li></ul>",
                    en="<h2>What will you learn?</h2><p>Bring one message, notice or web page. After the "
                    "afternoon you can</p><ul><li>say the main thing in the first sentence</li><li>swap "
                    "official words for everyday ones</li><li>structure a text so that skimmers find what "
                    "they need</li><li>tell plain language from easy language.</li></ul>",
                ),
            ),
            (
                "callout",
                {
                    "kind": "tip",
                    "title": T(
                        fi="Aloita jo ennen valmennusta",
                        sv="Börja redan före utbildningen",
                        en="Start before the training",
                    ),
                    "text": T(
                        fi="<p>Lue oma viestisi ääneen. Merkitse kohdat, joissa kompastut. Niistä aloitamme.</p>",
                        sv="<p>Läs ditt meddelande högt. Märk ut de ställen där du snubblar. Där börjar vi.</p>",
                        en="<p>Read your message aloud. Mark the spots where you stumble. That is where we begin.</p>",
                    ),
                },
            ),
            ("tip_list", {"tip_list": Ref("page", "plain-language")}),
        ],
        "topics": ["plain-language", "participation"],
        "municipalities": [],
    },
    {
        "key": "training-municipality-and-associations",
        "slug": T(
            fi="kunta-ja-yhdistykset-yhteiseen-tyohon",
            sv="kommunen-och-foreningarna-i-gemensamt-arbete",
            en="municipality-and-associations-at-work-together",
        ),
        "title": T(
            fi="Kunta ja yhdistykset yhteiseen työhön",
            sv="Kommunen och föreningarna i gemensamt arbete",
            en="Municipality and associations at work together",
        ),
        "summary": T(
            fi="Esimerkki: kaksi päivää, joiden aikana kunnan ja yhdistyksen työpari suunnittelee oman "
            "kokeilun alusta loppuun.",
            sv="Exempel: två dagar då ett par från kommunen och en förening planerar ett eget försök från "
            "början till slut.",
            en="Example: two days in which a pair from a municipality and an association plan a trial of "
            "their own from start to finish.",
        ),
        "days_ahead": 61,
        "days": 2,
        "starts_at": time(10, 0),
        "ends_at": time(14, 30),
        "details_later": False,
        "programme": [
            (
                "session",
                {
                    "day": 1,
                    "title": T(
                        fi="Tervetuloa: kuka kukin on ja mitä toivomme",
                        sv="Välkommen: vilka vi är och vad vi hoppas på",
                        en="Welcome: who we are and what we hope for",
                    ),
                    "starts": time(10, 0),
                    "ends": time(11, 0),
                },
            ),
            (
                "session",
                {
                    "day": 1,
                    "title": T(
                        fi="Yhteinen kartta: kuka tekee mitä ja kenelle",
                        sv="En gemensam karta: vem gör vad och för vem",
                        en="A shared map: who does what, and for whom",
                    ),
                    "starts": time(11, 0),
                    "ends": time(12, 30),
                },
            ),
            (
                "session",
                {
                    "day": 1,
                    "title": T(
                        fi="Työpaja: kenen osallisuutta vahvistamme?",
                        sv="Workshop: vems delaktighet stärker vi?",
                        en="Workshop: whose inclusion do we strengthen?",
                    ),
                    "starts": time(13, 15),
                    "ends": time(15, 30),
                },
            ),
            (
                "session",
                {
                    "day": 2,
                    "title": T(
                        fi="Reilu työnjako: roolit, tilat, raha ja tuki",
                        sv="Rättvis arbetsfördelning: roller, lokaler, pengar och stöd",
                        en="A fair division of work: roles, rooms, money and support",
                    ),
                    "starts": time(9, 0),
                    "ends": time(10, 30),
                },
            ),
            (
                "session",
                {
                    "day": 2,
                    "title": T(
                        fi="Oma kokeilu paperille",
                        sv="Ert eget försök på papper",
                        en="Putting your own trial on paper",
                    ),
                    "starts": time(10, 45),
                    "ends": time(12, 30),
                },
            ),
            (
                "session",
                {
                    "day": 2,
                    "title": T(
                        fi="Mistä tiedämme, että se toimi? Palaute ja jatko",
                        sv="Hur vet vi att det fungerade? Respons och fortsättning",
                        en="How do we know it worked? Feedback and next steps",
                    ),
                    "starts": time(13, 15),
                    "ends": time(14, 30),
                },
            ),
        ],
        "mode": "hybrid",
        "venue": T(
            fi="Raahe ja verkko. Paikka ja linkki kerrotaan ilmoittautuneille.",
            sv="Brahestad och nätet. Platsen och länken meddelas dem som har anmält sig.",
            en="Raahe and online. The place and the link will be told to those who have registered.",
        ),
        "venue_accessibility": T(
            fi="Tilaan pääsee ilman portaita, ja puhe vahvistetaan mikrofonilla. Verkossa on tekstitys.",
            sv="Lokalen kan nås utan trappor, och vi använder mikrofon. På nätet finns textning.",
            en="The room can be reached without stairs, and we use microphones. Online there are captions.",
        ),
        "languages": T(
            fi="suomi, yksi työpajaryhmä ruotsiksi",
            sv="finska, en workshopgrupp på svenska",
            en="Finnish, with one workshop group in Swedish",
        ),
        "material_languages": T(
            fi="suomi ja ruotsi",
            sv="finska och svenska",
            en="Finnish and Swedish",
        ),
        "interpretation": T(
            fi="Kirjoitustulkkaus molempina päivinä. Viittomakielen tulkkaus järjestetään, jos sitä tarvitaan.",
            sv="Skrivtolkning båda dagarna. Teckenspråkstolkning ordnas vid behov.",
            en="Speech-to-text interpreting on both days. Sign language interpreting is arranged if needed.",
        ),
        "price": T(
            fi="Maksuton, ruokailut ja majoitus omakustanteisia",
            sv="Avgiftsfri, mat och logi betalar du själv",
            en="Free of charge, meals and accommodation at your own expense",
        ),
        "audience": T(
            fi="Työparit: yksi kunnasta ja yksi yhdistyksestä. Yksinkin voi tulla.",
            sv="Par: en från kommunen och en från en förening. Du kan också komma ensam.",
            en="Pairs: one from a municipality and one from an association. You may also come alone.",
        ),
        "meeting_url": "https://kokous.example.org/kunta-ja-yhdistykset",
        "registration": "here",
        "contact": Ref("contact", "coordinator"),
        "opens_days_ahead": -10,
        "closes_days_ahead": 54,
        "capacity": 30,
        "waitlist_capacity": 10,
        "questions": [
            (
                "question",
                {
                    "label": T(
                        fi="Onko sinulla työpari?",
                        sv="Har du ett par att arbeta med?",
                        en="Do you have somebody to work with?",
                    ),
                    "help_text": T(
                        fi="Pari on yksi kunnasta ja yksi yhdistyksestä.",
                        sv="Ett par är en från kommunen och en från en förening.",
                        en="A pair is one from a municipality and one from an association.",
                    ),
                    "kind": "choice",
                    "options": [
                        T(fi="On, tulemme yhdessä", sv="Ja, vi kommer tillsammans", en="Yes, we come together"),
                        T(fi="Ei, toivon paria", sv="Nej, jag önskar ett par", en="No, I would like to have one"),
                        T(fi="Ei, tulen yksin", sv="Nej, jag kommer ensam", en="No, I come alone"),
                    ],
                    "is_required": True,
                },
            ),
            (
                "question",
                {
                    "label": T(
                        fi="Tuletko ruotsinkieliseen työpajaryhmään?",
                        sv="Vill du vara med i den svenska workshopgruppen?",
                        en="Will you join the workshop group in Swedish?",
                    ),
                    "kind": "yes_no",
                    "options": [],
                    "is_required": True,
                },
            ),
            (
                "question",
                {
                    "label": T(
                        fi="Millaista kokeilua suunnittelet?",
                        sv="Vilket slags försök planerar du?",
                        en="What kind of trial are you planning?",
                    ),
                    "help_text": T(
                        fi="Yksi lause riittää.",
                        sv="En mening räcker.",
                        en="One sentence is enough.",
                    ),
                    "kind": "text",
                    "options": [],
                    "is_required": False,
                },
            ),
        ],
        "body": [
            ("callout", {"kind": "note", "title": EXAMPLE_TITLE, "text": EXAMPLE_TEXT}),
            (
                "rich_text",
                T(
                    fi="<h2>Mitä opit?</h2><p>Kahdessa päivässä syntyy suunnitelma, jonka voi aloittaa "
                    "heti. Valmennuksen jälkeen osaat</p><ul><li>kuvata, keiden osallisuutta haluatte "
                    "vahvistaa ja miksi</li><li>sopia kunnan ja yhdistyksen työnjaosta "
                    "kirjallisesti</li><li>suunnitella pienen kokeilun, jossa kohderyhmä on mukana alusta "
                    "asti</li><li>seurata, mikä muuttuu, ja kertoa siitä muille.</li></ul>",
                    sv="<h2>Vad får du lära dig?</h2><p>På två dagar blir det en plan som kan sättas i gång "
                    "genast. Efter utbildningen kan du</p><ul><li>beskriva vems delaktighet ni vill stärka "
                    "och varför</li><li>komma överens skriftligt om arbetsfördelningen mellan kommun och "
                    "förening</li><li>planera ett litet försök där målgruppen är med från "
                    "början</li><li>följa vad som förändras och berätta om det för andra.</li></ul>",
                    en="<h2>What will you learn?</h2><p>In two days you make a plan that can start at once. "
                    "After the training you can</p><ul><li>describe whose inclusion you want to strengthen "
                    "and why</li><li>agree in writing on what the municipality and the association each "
                    "do</li><li>plan a small trial with the target group involved from the "
                    "start</li><li>follow what changes, and tell others about it.</li></ul>",
                ),
            ),
            (
                "accordion",
                {
                    "heading": T(
                        fi="Kysyttyä",
                        sv="Frågor och svar",
                        en="Questions and answers",
                    ),
                    "items": [
                        {
                            "title": T(
                                fi="Voiko osallistua vain verkossa?",
                                sv="Kan jag delta bara på nätet?",
                                en="Can I take part online only?",
                            ),
                            "text": T(
                                fi="<p>Voi. Verkossa on oma työpajaryhmä, joka tekee samat tehtävät.</p>",
                                sv="<p>Ja. På nätet finns en egen workshopgrupp som gör samma uppgifter.</p>",
                                en="<p>Yes. There is a workshop group online that does the same tasks.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Pitääkö olla mukana molempina päivinä?",
                                sv="Måste jag vara med båda dagarna?",
                                en="Do I have to be there on both days?",
                            ),
                            "text": T(
                                fi="<p>Mieluiten. Toinen päivä jatkaa siitä, mihin ensimmäisenä jäätiin.</p>",
                                sv="<p>Helst. Den andra dagen fortsätter där den första slutade.</p>",
                                en="<p>Preferably. The second day goes on from where the first ended.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Minulla ei ole paria. Voinko tulla?",
                                sv="Jag har inget par. Kan jag komma?",
                                en="I have no partner. Can I come?",
                            ),
                            "text": T(
                                fi="<p>Tervetuloa. Kerro siitä, kun ilmoittaudut, niin etsimme sinulle parin.</p>",
                                sv="<p>Välkommen. Berätta det när du anmäler dig, så söker vi ett par åt dig.</p>",
                                en="<p>You are welcome. Tell us when you register, and we will look for a "
                                "partner for you.</p>",
                            ),
                        },
                    ],
                },
            ),
            ("tip_list", {"tip_list": Ref("page", "associations")}),
        ],
        "topics": ["associations", "participation", "wellbeing"],
        "municipalities": ["raahe"],
    },
]
