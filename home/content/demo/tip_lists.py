"""The printable tip lists of the demo site."""

from datetime import date

from home.content.text import T

SOURCE_LINE = T(
    fi="Yhdessä osallisuutta -hanke",
    sv="Projektet Tillsammans för delaktighet",
    en="The Together for Inclusion project",
)

TIP_LISTS = [
    {
        "key": "encounter",
        "slug": T(fi="hyva-kohtaaminen", sv="ett-gott-bemotande", en="a-good-encounter"),
        "title": T(
            fi="8 vinkkiä hyvään kohtaamiseen",
            sv="8 tips för ett gott bemötande",
            en="8 tips for a good encounter",
        ),
        "short_title": T(fi="Hyvä kohtaaminen", sv="Ett gott bemötande", en="A good encounter"),
        "summary": T(
            fi="Hyvä kohtaaminen ei vaadi pitkää aikaa. Se vaatii läsnäoloa. Valitse yksi vinkki ja kokeile "
            "sitä jo seuraavan ihmisen kanssa.",
            sv="Ett gott bemötande kräver inte mycket tid. Det kräver närvaro. Välj ett tips och pröva det "
            "redan med nästa person du möter.",
            en="A good encounter does not need much time. It needs you to be present. Pick one tip and try "
            "it with the next person you meet.",
        ),
        "tips": [
            (
                "tip",
                {
                    "title": T(
                        fi="Tervehdi ja kerro, kuka olet",
                        sv="Hälsa och berätta vem du är",
                        en="Say hello and tell who you are",
                    ),
                    "text": T(
                        fi="<p>Sano nimesi ja se, missä asioissa voit auttaa. Kysy, millä nimellä toinen "
                        "haluaa itseään kutsuttavan.</p>",
                        sv="<p>Säg ditt namn och vad du kan hjälpa till med. Fråga vad den andra vill bli kallad.</p>",
                        en="<p>Say your name and what you can help with. Ask what the other person likes to "
                        "be called.</p>",
                    ),
                    "icon": "talk",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Anna koko huomiosi",
                        sv="Ge hela din uppmärksamhet",
                        en="Give your full attention",
                    ),
                    "text": T(
                        fi="<p>Laita puhelin pois ja käänny näytöltä ihmiseen päin. Jos kirjaat jotain, "
                        "kerro, mitä kirjaat ja miksi.</p>",
                        sv="<p>Lägg undan telefonen och vänd dig från skärmen till människan. Om du "
                        "antecknar, berätta vad du skriver och varför.</p>",
                        en="<p>Put your phone away and turn from the screen to the person. If you take "
                        "notes, say what you write and why.</p>",
                    ),
                    "icon": "heart",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kuuntele loppuun asti",
                        sv="Lyssna till slut",
                        en="Listen to the end",
                    ),
                    "text": T(
                        fi="<p>Laske mielessäsi kolmeen, ennen kuin vastaat. Tärkein asia tulee usein viimeisenä.</p>",
                        sv="<p>Räkna tyst till tre innan du svarar. Det viktigaste kommer ofta sist.</p>",
                        en="<p>Count silently to three before you answer. The most important thing often "
                        "comes last.</p>",
                    ),
                    "icon": "listen",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kysy, mikä on tärkeää juuri nyt",
                        sv="Fråga vad som är viktigt just nu",
                        en="Ask what matters right now",
                    ),
                    "text": T(
                        fi="<p>Kysy toiveista yhtä uteliaasti kuin ongelmista. Vastauksesta näet, mistä "
                        "kannattaa aloittaa.</p>",
                        sv="<p>Fråga lika nyfiket om önskningar som om problem. Svaret visar var det lönar "
                        "sig att börja.</p>",
                        en="<p>Be as curious about hopes as about problems. The answer shows you where to start.</p>",
                    ),
                    "icon": "question",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Puhu tavallisin sanoin",
                        sv="Använd vanliga ord",
                        en="Use everyday words",
                    ),
                    "text": T(
                        fi="<p>Jätä lyhenteet ja virkakieli pois. Kysy lopuksi: ”Kerroinko tämän selvästi?”</p>",
                        sv="<p>Lämna bort förkortningar och kanslispråk. Fråga till slut: ”Förklarade jag "
                        "det här tydligt?”</p>",
                        en="<p>Leave out abbreviations and official jargon. At the end, ask: “Did I explain "
                        "that clearly?”</p>",
                    ),
                    "icon": "talk",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Huomaa vahvuudet ja sano ne ääneen",
                        sv="Se styrkorna och nämn dem högt",
                        en="Notice strengths and say them out loud",
                    ),
                    "text": T(
                        fi="<p>Mitä ihminen osaa, ja mistä hän on jo selvinnyt? Kun kerrot, mitä näet, hän "
                        "voi nähdä sen itsekin.</p>",
                        sv="<p>Vad kan personen, och vad har hen redan klarat av? När du berättar vad du "
                        "ser kan hen också se det.</p>",
                        en="<p>What can this person do, and what have they already come through? When you "
                        "say what you see, they may see it too.</p>",
                    ),
                    "icon": "people",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Sopikaa seuraava askel yhdessä",
                        sv="Kom överens om nästa steg",
                        en="Agree on the next step together",
                    ),
                    "text": T(
                        fi="<p>Yksi askel riittää. Kirjoita paperille, mitä tehdään, kuka tekee ja milloin, "
                        "ja anna paperi mukaan.</p>",
                        sv="<p>Ett steg räcker. Skriv på papper vad som ska göras, vem som gör det och när, "
                        "och ge papperet med.</p>",
                        en="<p>One step is enough. Write down what will be done, by whom and when, and hand "
                        "over the paper.</p>",
                    ),
                    "icon": "write",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Saata perille asti",
                        sv="Följ med ända fram",
                        en="Go with them all the way",
                    ),
                    "text": T(
                        fi="<p>Pelkkä puhelinnumero jää helposti soittamatta. Soittakaa yhdessä tai lähde "
                        "ensimmäisellä kerralla mukaan.</p>",
                        sv="<p>Ett telefonnummer på en lapp blir lätt oanvänt. Ring tillsammans eller följ "
                        "med första gången.</p>",
                        en="<p>A phone number alone often goes unused. Make the call together, or go along "
                        "the first time.</p>",
                    ),
                    "icon": "phone",
                },
            ),
        ],
        "marker": "icon",
        "columns": "auto",
        "accent": "puolukka",
        "source_line": SOURCE_LINE,
        "updated_on": date(2022, 10, 17),
        "topics": ["encounter", "wellbeing"],
        "municipalities": [],
    },
    {
        "key": "associations",
        "slug": T(
            fi="yhdistykset-mukaan",
            sv="bjud-in-foreningarna",
            en="inviting-associations-along",
        ),
        "title": T(
            fi="9 vinkkiä: näin saat yhdistykset mukaan",
            sv="9 tips: så får du med föreningarna",
            en="9 tips for inviting associations along",
        ),
        "short_title": T(fi="Yhdistykset mukaan", sv="Föreningarna med", en="Associations along"),
        "summary": T(
            fi="Yhdistykset tuntevat ihmiset ja arjen. Näin kutsut ne mukaan niin, että yhteistyö on reilua "
            "ja helppoa myös vapaaehtoiselle.",
            sv="Föreningarna känner människorna och vardagen. Så bjuder du in dem så att samarbetet blir "
            "rättvist och lätt också för den frivilliga.",
            en="Associations know people and their everyday life. This is how to invite them so that "
            "working together is fair and easy for volunteers too.",
        ),
        "tips": [
            (
                "tip",
                {
                    "title": T(
                        fi="Ota selvää, keitä paikkakunnalla on",
                        sv="Ta reda på vilka som finns på orten",
                        en="Find out who is active locally",
                    ),
                    "text": T(
                        fi="<p>Kokoa lista yhdistyksistä ja päivitä se vuosittain. Muista myös pienet "
                        "ryhmät, joilla ei ole verkkosivuja.</p>",
                        sv="<p>Gör en lista över föreningarna och uppdatera den varje år. Kom också ihåg "
                        "små grupper som inte har någon webbplats.</p>",
                        en="<p>Make a list of associations and update it every year. Remember small groups "
                        "that have no website.</p>",
                    ),
                    "icon": "write",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Soita tai käy kylässä",
                        sv="Ring eller hälsa på",
                        en="Call or drop in",
                    ),
                    "text": T(
                        fi="<p>Yksi henkilökohtainen kutsu tehoaa paremmin kuin kymmenen joukkoviestiä. "
                        "Mene ensin kuuntelemaan.</p>",
                        sv="<p>En personlig inbjudan ger mer än tio massutskick. Gå dit först för att lyssna.</p>",
                        en="<p>One personal invitation does more than ten mass emails. First, go there to listen.</p>",
                    ),
                    "icon": "phone",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kutsu ajoissa, kun kaikki on vielä auki",
                        sv="Bjud in i tid, medan allt är öppet",
                        en="Invite early, while things are still open",
                    ),
                    "text": T(
                        fi="<p>Kysy yhdistyksiltä jo silloin, kun mietit, mitä pitäisi tehdä. Valmiiseen "
                        "suunnitelmaan on vaikea enää vaikuttaa.</p>",
                        sv="<p>Fråga föreningarna redan när du funderar på vad som borde göras. Det är "
                        "svårt att påverka en färdig plan.</p>",
                        en="<p>Ask associations while you are still working out what to do. A finished plan "
                        "is hard to influence.</p>",
                    ),
                    "icon": "calendar",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kerro, mitä yhdistys tästä saa",
                        sv="Berätta vad föreningen får ut av det",
                        en="Say what is in it for the association",
                    ),
                    "text": T(
                        fi="<p>Pyydä apua ja tarjoa sitä. Kunnalla voi olla antaa tila, tulostin, "
                        "näkyvyyttä tai työntekijän aikaa.</p>",
                        sv="<p>Be om hjälp och erbjud hjälp. Kommunen kan kanske bidra med ett rum, en "
                        "skrivare, synlighet eller arbetstid.</p>",
                        en="<p>Ask for help and offer it. The municipality may have a room, a printer, "
                        "publicity or staff time to give.</p>",
                    ),
                    "icon": "heart",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Valitse aika, joka sopii vapaaehtoiselle",
                        sv="Välj en tid som passar frivilliga",
                        en="Choose a time that suits volunteers",
                    ),
                    "text": T(
                        fi="<p>Moni on päivät töissä. Kysy, sopisiko ilta tai etäyhteys paremmin.</p>",
                        sv="<p>Många arbetar på dagarna. Fråga om kvällen eller distans passar bättre.</p>",
                        en="<p>Many people work during the day. Ask whether an evening or an online link "
                        "would be better.</p>",
                    ),
                    "icon": "time",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Nimeä yksi yhteyshenkilö",
                        sv="Utse en kontaktperson",
                        en="Name one contact person",
                    ),
                    "text": T(
                        fi="<p>Kerro, kenelle yhdistys voi soittaa missä tahansa asiassa. Vastaa "
                        "silloinkin, kun vastaus on ”en tiedä vielä”.</p>",
                        sv="<p>Berätta vem föreningen kan ringa i alla ärenden. Svara också när svaret är "
                        "”jag vet inte ännu”.</p>",
                        en="<p>Tell the association whom to call about anything. Answer even when the "
                        "answer is “I don’t know yet”.</p>",
                    ),
                    "icon": "people",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Sopikaa, kuka tekee mitä",
                        sv="Kom överens om vem som gör vad",
                        en="Agree on who does what",
                    ),
                    "text": T(
                        fi="<p>Kirjatkaa työnjako yhdelle sivulle. Vapaaehtoinen ei ole ilmaista työvoimaa, "
                        "eikä hän korvaa palvelua.</p>",
                        sv="<p>Skriv ner arbetsfördelningen på en sida. En frivillig är inte gratis "
                        "arbetskraft och ersätter inte en tjänst.</p>",
                        en="<p>Write the division of work on one page. A volunteer is not free labour and "
                        "does not replace a service.</p>",
                    ),
                    "icon": "check",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Poista turha paperityö",
                        sv="Ta bort onödigt pappersarbete",
                        en="Cut needless paperwork",
                    ),
                    "text": T(
                        fi="<p>Katso avustusten ja tilavarausten lomakkeet läpi yhdistyksen silmin. Auta "
                        "täyttämään ne.</p>",
                        sv="<p>Gå igenom blanketterna för bidrag och lokalbokning med föreningens ögon. "
                        "Hjälp till att fylla i dem.</p>",
                        en="<p>Look at grant and room booking forms through the association’s eyes. Help to "
                        "fill them in.</p>",
                    ),
                    "icon": "write",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kiitä ja kerro, mitä tapahtui",
                        sv="Tacka och berätta vad som hände",
                        en="Say thank you and report back",
                    ),
                    "text": T(
                        fi="<p>Kerro aina, mihin yhdistyksen työ ja ajatukset vaikuttivat. Kiitä nimeltä ja "
                        "muiden kuullen.</p>",
                        sv="<p>Berätta alltid vad föreningens arbete och tankar ledde till. Tacka vid namn, "
                        "så att andra hör.</p>",
                        en="<p>Always tell what the association’s work and ideas led to. Give thanks by "
                        "name, and in front of others.</p>",
                    ),
                    "icon": "heart",
                },
            ),
        ],
        "marker": "number",
        "columns": "auto",
        "accent": "sammal",
        "source_line": SOURCE_LINE,
        "updated_on": date(2022, 4, 4),
        "topics": ["associations", "participation"],
        "municipalities": [],
    },
    {
        "key": "meeting",
        "slug": T(
            fi="osallistava-kokous",
            sv="ett-mote-dar-alla-ar-delaktiga",
            en="a-participatory-meeting",
        ),
        "title": T(
            fi="12 vinkkiä osallistavaan kokoukseen",
            sv="12 tips för ett möte där alla är delaktiga",
            en="12 tips for a participatory meeting",
        ),
        "short_title": T(fi="Osallistava kokous", sv="Ett möte för alla", en="A participatory meeting"),
        "summary": T(
            fi="Hyvässä kokouksessa jokainen saa äänensä kuuluviin. Käy lista läpi, kun suunnittelet, ja "
            "rastita kohdat, jotka ovat kunnossa.",
            sv="På ett bra möte får alla sin röst hörd. Gå igenom listan när du planerar och kryssa för det "
            "som är klart.",
            en="In a good meeting everyone’s voice is heard. Go through the list as you plan, and tick what "
            "is in order.",
        ),
        "tips": [
            (
                "tip",
                {
                    "title": T(
                        fi="Päätä, miksi kokoonnutaan",
                        sv="Bestäm varför ni träffas",
                        en="Decide why you are meeting",
                    ),
                    "text": T(
                        fi="<p>Kirjoita tavoite yhteen lauseeseen. Jos se ei onnistu, lähetä viesti äläkä "
                        "pidä kokousta.</p>",
                        sv="<p>Skriv målet i en mening. Om det inte går, skicka ett meddelande i stället.</p>",
                        en="<p>Write the aim in one sentence. If you cannot, send a message instead.</p>",
                    ),
                    "icon": "question",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kutsu ne, joita asia koskee",
                        sv="Bjud in dem som saken gäller",
                        en="Invite those it concerns",
                    ),
                    "text": T(
                        fi="<p>Mieti, kuka puuttuu. Kutsu hänet itse, ja pyydä hänet tuomaan kaveri mukanaan.</p>",
                        sv="<p>Fundera på vem som saknas. Bjud in personen själv, och be hen ta med en vän.</p>",
                        en="<p>Think about who is missing. Invite them yourself, and ask them to bring a friend.</p>",
                    ),
                    "icon": "people",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Valitse paikka, johon kaikki pääsevät",
                        sv="Välj en plats dit alla kan komma",
                        en="Choose a place everyone can get to",
                    ),
                    "text": T(
                        fi="<p>Tarkista ovet, WC, kuuluvuus ja kyydit. Jos joku ei pääse paikalle, järjestä "
                        "etäyhteys.</p>",
                        sv="<p>Kontrollera dörrar, toalett, ljud och skjuts. Ordna en distanslänk om någon "
                        "inte kan komma.</p>",
                        en="<p>Check doors, toilet, sound and transport. Set up an online link for anyone "
                        "who cannot come.</p>",
                    ),
                    "icon": "place",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Lähetä asialista selkeänä ja ajoissa",
                        sv="Skicka en tydlig agenda i god tid",
                        en="Send a clear agenda in good time",
                    ),
                    "text": T(
                        fi="<p>Kolme asiaa riittää. Kerro joka kohdasta, kuunnellaanko, keskustellaanko vai "
                        "päätetäänkö.</p>",
                        sv="<p>Tre ärenden räcker. Säg för varje punkt om ni ska lyssna, diskutera eller besluta.</p>",
                        en="<p>Three items are enough. Say for each whether you will listen, discuss or decide.</p>",
                    ),
                    "icon": "write",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Ole ovella vastassa",
                        sv="Möt deltagarna vid dörren",
                        en="Be at the door to meet people",
                    ),
                    "text": T(
                        fi="<p>Tervehdi jokaista ja ohjaa ensikertalainen ystävällisen vieruskaverin luo.</p>",
                        sv="<p>Hälsa på var och en, och ge den som är ny en plats bredvid någon vänlig.</p>",
                        en="<p>Greet each person, and seat a newcomer beside someone friendly.</p>",
                    ),
                    "icon": "heart",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Tarjoa kahvi ja jotain syötävää",
                        sv="Bjud på kaffe och något att äta",
                        en="Offer coffee and something to eat",
                    ),
                    "text": T(
                        fi="<p>Kupin ääressä puhutaan eri tavalla. Varaa aikaa jutella ennen alkua.</p>",
                        sv="<p>Över en kopp pratar man på ett annat sätt. Reservera tid för prat före mötet.</p>",
                        en="<p>People talk differently over a cup. Leave time to chat before you start.</p>",
                    ),
                    "icon": "food",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Aloita kierroksella",
                        sv="Börja med en runda",
                        en="Start with a round",
                    ),
                    "text": T(
                        fi="<p>Kun jokainen on kerran avannut suunsa, toinen kerta on helpompi. Ohi saa jättää.</p>",
                        sv="<p>Den som har sagt något en gång har lättare att göra det igen. Det är "
                        "tillåtet att passa.</p>",
                        en="<p>Once a person has spoken, the second time is easier. Passing is allowed.</p>",
                    ),
                    "icon": "talk",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Sopikaa yhteiset pelisäännöt",
                        sv="Kom överens om spelregler",
                        en="Agree on the rules together",
                    ),
                    "text": T(
                        fi="<p>Yksi puhuu kerrallaan, lyhenteet avataan ja keskeneräinen ajatus kelpaa.</p>",
                        sv="<p>En talar i taget, förkortningar förklaras och halvfärdiga tankar duger.</p>",
                        en="<p>One person speaks at a time, abbreviations are explained, and half-finished "
                        "ideas are fine.</p>",
                    ),
                    "icon": "check",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Anna aikaa ajatella",
                        sv="Ge tid att tänka",
                        en="Give time to think",
                    ),
                    "text": T(
                        fi="<p>Kysymyksen jälkeen minuutti hiljaa, sitten juttelu parin kanssa ja vasta "
                        "sitten yhdessä.</p>",
                        sv="<p>Efter en fråga: först en minut i tystnad, sedan prat två och två och först "
                        "därefter tillsammans.</p>",
                        en="<p>After a question: first a silent minute, then talk in pairs, and only then "
                        "all together.</p>",
                    ),
                    "icon": "time",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Jaa puheenvuorot reilusti",
                        sv="Fördela ordet rättvist",
                        en="Share the floor fairly",
                    ),
                    "text": T(
                        fi="<p>Kysy: ”Kuka ei ole vielä puhunut?” Anna myös kirjoittaa tai piirtää.</p>",
                        sv="<p>Fråga: ”Vem har inte talat ännu?” Låt folk också skriva eller rita.</p>",
                        en="<p>Ask: “Who has not spoken yet?” Let people write or draw as well.</p>",
                    ),
                    "icon": "listen",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kirjaa päätökset kaikkien nähden",
                        sv="Skriv upp besluten så att alla ser",
                        en="Write decisions where everyone can see",
                    ),
                    "text": T(
                        fi="<p>Mitä, kuka ja mihin mennessä? Lue päätökset lopuksi ääneen.</p>",
                        sv="<p>Vad, vem och när? Läs upp besluten till slut.</p>",
                        en="<p>What, who and by when? Read the decisions aloud at the end.</p>",
                    ),
                    "icon": "write",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kerro, mitä sen jälkeen tapahtui",
                        sv="Berätta vad som hände sedan",
                        en="Tell what happened afterwards",
                    ),
                    "text": T(
                        fi="<p>Lähetä viikossa lyhyt viesti: mitä kuulimme, mitä teemme ja mitä emme voi tehdä.</p>",
                        sv="<p>Skicka inom en vecka ett kort meddelande: vad vi hörde, vad vi gör och vad "
                        "vi inte kan göra.</p>",
                        en="<p>Within a week, send a short message: what we heard, what we will do and what "
                        "we cannot do.</p>",
                    ),
                    "icon": "calendar",
                },
            ),
        ],
        "marker": "checkbox",
        "columns": "auto",
        "accent": "mustikka",
        "source_line": SOURCE_LINE,
        "write_in": T(
            fi="Meillä kokouksista vastaa:",
            sv="Hos oss ansvarar för mötena:",
            en="Our meetings are looked after by:",
        ),
        "updated_on": date(2022, 5, 16),
        "topics": ["participation"],
        "municipalities": [],
    },
    {
        "key": "plain-language",
        "slug": T(fi="selkea-viesti", sv="ett-tydligt-meddelande", en="a-plain-language-message"),
        "title": T(
            fi="10 vinkkiä selkeään viestiin",
            sv="10 tips för ett tydligt meddelande",
            en="10 tips for a plain-language message",
        ),
        "short_title": T(fi="Selkeä viesti", sv="Ett tydligt meddelande", en="A clear message"),
        "summary": T(
            fi="Selkeä viesti on palvelu. Se säästää lukijan aikaa ja vähentää puheluita. Pidä lista näytön "
            "vieressä, kun kirjoitat.",
            sv="Ett tydligt meddelande är service. Det sparar tid för läsaren och telefonsamtal för dig. Ha "
            "listan bredvid skärmen när du skriver.",
            en="A clear message is a service. It saves the reader’s time and saves you phone calls. Keep "
            "the list by your screen when you write.",
        ),
        "tips": [
            (
                "tip",
                {
                    "title": T(
                        fi="Ajattele yhtä lukijaa",
                        sv="Tänk på en enda läsare",
                        en="Think of one reader",
                    ),
                    "text": T(
                        fi="<p>Kuvittele ihminen, joka lukee viestin puhelimesta bussipysäkillä. Kirjoita hänelle.</p>",
                        sv="<p>Föreställ dig en människa som läser på telefonen vid busshållplatsen. Skriv "
                        "till hen.</p>",
                        en="<p>Imagine someone reading it on a phone at the bus stop. Write to that person.</p>",
                    ),
                    "icon": "people",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Sano tärkein ensin",
                        sv="Säg det viktigaste först",
                        en="Say the main thing first",
                    ),
                    "text": T(
                        fi="<p>Ensimmäisestä lauseesta selviää, mistä on kyse ja mitä lukijan pitää tehdä. "
                        "Taustat tulevat sen jälkeen.</p>",
                        sv="<p>Den första meningen berättar vad saken gäller och vad läsaren ska göra. "
                        "Bakgrunden kommer efteråt.</p>",
                        en="<p>The first sentence tells what this is about and what the reader needs to do. "
                        "Background comes after.</p>",
                    ),
                    "icon": "check",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Puhuttele lukijaa",
                        sv="Tilltala läsaren",
                        en="Talk to the reader",
                    ),
                    "text": T(
                        fi="<p>Kirjoita ”voit hakea”, älä ”hakijan tulee”. Kerro myös, keitä ”me” olemme.</p>",
                        sv="<p>Skriv ”du kan ansöka”, inte ”den sökande bör”. Berätta också vilka ”vi” är.</p>",
                        en="<p>Write “you can apply”, not “the applicant shall”. Say who “we” are, too.</p>",
                    ),
                    "icon": "talk",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Vaihda vaikea sana tuttuun",
                        sv="Byt ett svårt ord mot ett vanligt",
                        en="Swap a hard word for a familiar one",
                    ),
                    "text": T(
                        fi="<p>Jos vaikeaa sanaa tarvitaan, selitä se heti. Avaa lyhenteet aina.</p>",
                        sv="<p>Om det svåra ordet behövs, förklara det genast. Skriv alltid ut förkortningar.</p>",
                        en="<p>If you need the hard word, explain it at once. Always spell out abbreviations.</p>",
                    ),
                    "icon": "question",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kirjoita lyhyitä lauseita",
                        sv="Skriv korta meningar",
                        en="Write short sentences",
                    ),
                    "text": T(
                        fi="<p>Yksi lause, yksi asia. Jos henki loppuu ääneen lukiessa, lause on liian pitkä.</p>",
                        sv="<p>En mening, en sak. Om andan tar slut när du läser högt är meningen för lång.</p>",
                        en="<p>One sentence, one thing. If you run out of breath reading it aloud, it is too long.</p>",
                    ),
                    "icon": "write",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Käytä väliotsikoita ja luetteloita",
                        sv="Använd mellanrubriker och listor",
                        en="Use headings and lists",
                    ),
                    "text": T(
                        fi="<p>Silmäilijä löytää oman kohtansa. Väliotsikko kertoo asian, ei vain aihetta.</p>",
                        sv="<p>Den som skummar hittar sin punkt. En mellanrubrik säger saken, inte bara ämnet.</p>",
                        en="<p>A reader who skims finds the right place. A heading says the point, not just "
                        "the topic.</p>",
                    ),
                    "icon": "check",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kerro aika ja paikka täydellisesti",
                        sv="Ange tid och plats fullständigt",
                        en="Give the full time and place",
                    ),
                    "text": T(
                        fi="<p>Viikonpäivä, päivä, kellonaika, osoite, sisäänkäynti ja hinta. ”Tuttuun "
                        "tapaan” ei auta uutta tulijaa.</p>",
                        sv="<p>Veckodag, datum, klockslag, adress, ingång och pris. ”Som vanligt” hjälper "
                        "inte den som är ny.</p>",
                        en="<p>Weekday, date, time, address, entrance and price. “As usual” does not help a "
                        "newcomer.</p>",
                    ),
                    "icon": "calendar",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Anna yhteystieto, josta vastataan",
                        sv="Ge en kontakt där någon svarar",
                        en="Give a contact that answers",
                    ),
                    "text": T(
                        fi="<p>Laita mukaan myös puhelinnumero ja aika, jolloin siihen vastataan. Kaikki "
                        "eivät käytä sähköpostia.</p>",
                        sv="<p>Ta också med ett telefonnummer och tiden när någon svarar. Alla använder "
                        "inte e-post.</p>",
                        en="<p>Include a phone number and the hours when someone picks up. Not everyone "
                        "uses email.</p>",
                    ),
                    "icon": "phone",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Testaa lukijalla",
                        sv="Testa med en läsare",
                        en="Test it with a reader",
                    ),
                    "text": T(
                        fi="<p>Pyydä jotakuta kertomaan omin sanoin, mitä viestissä sanotaan. Korjaa se "
                        "kohta, jossa hän epäröi.</p>",
                        sv="<p>Be någon berätta med egna ord vad som står. Rätta det ställe där hen tvekar.</p>",
                        en="<p>Ask someone to tell you in their own words what it says. Fix the spot where "
                        "they hesitate.</p>",
                    ),
                    "icon": "listen",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kerro samasta asiasta monella tavalla",
                        sv="Berätta samma sak på flera sätt",
                        en="Tell it in more than one way",
                    ),
                    "text": T(
                        fi="<p>Verkkosivu, kaupan ilmoitustaulu ja juttutuokio tavoittavat eri ihmisiä. Tee "
                        "tärkeimmästä myös selkokielinen versio.</p>",
                        sv="<p>Webbsidan, butikens anslagstavla och en pratstund når olika människor. Gör "
                        "också en lättläst text om det viktigaste.</p>",
                        en="<p>A web page, the shop noticeboard and a chat reach different people. Put the "
                        "most important things in easy language too.</p>",
                    ),
                    "icon": "place",
                },
            ),
        ],
        "marker": "number",
        "columns": "auto",
        "accent": "jarvi",
        "source_line": SOURCE_LINE,
        "updated_on": date(2022, 9, 5),
        "topics": ["plain-language"],
        "municipalities": [],
    },
    {
        "key": "open-space",
        "slug": T(
            fi="avoimen-tilan-perustaminen",
            sv="starta-ett-oppet-rum",
            en="starting-an-open-space",
        ),
        "title": T(
            fi="7 vinkkiä avoimen tilan perustamiseen",
            sv="7 tips för att starta ett öppet rum",
            en="7 tips for starting an open space",
        ),
        "short_title": T(fi="Avoin tila", sv="Öppet rum", en="Open space"),
        "summary": T(
            fi="Avoimeen tilaan saa tulla sellaisena kuin on, ilman ajanvarausta ja ilman syytä. Näillä "
            "pääset alkuun pienelläkin rahalla.",
            sv="Till ett öppet rum får man komma som man är, utan tidsbokning och utan orsak. Så här kommer "
            "du i gång också med lite pengar.",
            en="People may come to an open space just as they are, with no appointment and no reason. These "
            "tips get you started, even with little money.",
        ),
        "tips": [
            (
                "tip",
                {
                    "title": T(
                        fi="Kysy ensin tulijoilta",
                        sv="Fråga först dem som ska komma",
                        en="First ask those who will come",
                    ),
                    "text": T(
                        fi="<p>Kysy, mitä ihmiset kaipaavat, milloin he pääsisivät ja mikä saisi tulemaan. "
                        "Suunnitelkaa tila yhdessä.</p>",
                        sv="<p>Fråga vad människor saknar, när de kan komma och vad som lockar. Planera "
                        "rummet tillsammans.</p>",
                        en="<p>Ask what people miss, when they could come and what would draw them in. Plan "
                        "the space together.</p>",
                    ),
                    "icon": "question",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Etsi tila sieltä, missä ihmiset jo liikkuvat",
                        sv="Hitta ett rum där folk redan rör sig",
                        en="Find a room where people already go",
                    ),
                    "text": T(
                        fi="<p>Kirjaston nurkka voi olla parempi kuin hieno tila kaukana. Katso, että "
                        "sisään pääsee myös pyörätuolilla ja lastenvaunuilla.</p>",
                        sv="<p>Ett hörn i biblioteket kan vara bättre än ett fint rum långt borta. Se till "
                        "att man kommer in också med rullstol och barnvagn.</p>",
                        en="<p>A corner of the library may be better than a fine room far away. Make sure "
                        "wheelchairs and prams can get in.</p>",
                    ),
                    "icon": "place",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kokoa tekijät yhteen",
                        sv="Samla dem som vill göra",
                        en="Bring the doers together",
                    ),
                    "text": T(
                        fi="<p>Kutsu mukaan yhdistykset, seurakunta ja kunnan työntekijät. Sopikaa, kuka "
                        "avaa ovet, kuka keittää kahvin ja kuka vastaa avaimista.</p>",
                        sv="<p>Bjud in föreningar, församlingen och kommunens anställda. Kom överens om vem "
                        "som öppnar, vem som kokar kaffe och vem som har nycklarna.</p>",
                        en="<p>Invite associations, the parish and municipal staff. Agree on who opens up, "
                        "who makes the coffee and who keeps the keys.</p>",
                    ),
                    "icon": "people",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Pidä samat ajat viikosta toiseen",
                        sv="Håll samma tider vecka efter vecka",
                        en="Keep the same hours week after week",
                    ),
                    "text": T(
                        fi="<p>Kaksi tuntia joka tiistai on parempi kuin koko päivä silloin tällöin. Pidä "
                        "ovi auki, vaikka aluksi kukaan ei tulisi.</p>",
                        sv="<p>Två timmar varje tisdag är bättre än en hel dag då och då. Håll öppet även "
                        "om ingen kommer i början.</p>",
                        en="<p>Two hours every Tuesday is better than a whole day now and then. Stay open "
                        "even if nobody comes at first.</p>",
                    ),
                    "icon": "time",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Tee kynnyksestä matala",
                        sv="Gör tröskeln låg",
                        en="Keep the threshold low",
                    ),
                    "text": T(
                        fi="<p>Ei ilmoittautumista, ei jäsenyyttä, ei pakkoa tehdä mitään. Joku on aina "
                        "ovella tervehtimässä.</p>",
                        sv="<p>Ingen anmälan, inget medlemskap, inget tvång att göra något. Någon är alltid "
                        "vid dörren och hälsar.</p>",
                        en="<p>No sign-up, no membership, no need to do anything. Someone is always at the "
                        "door to say hello.</p>",
                    ),
                    "icon": "heart",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Anna kävijöiden päättää ja tehdä",
                        sv="Låt besökarna bestämma och göra",
                        en="Let visitors decide and do",
                    ),
                    "text": T(
                        fi="<p>Kahvinkeitto, kukkien kastelu ja ohjelman ideointi kuuluvat kaikille. Oma "
                        "tehtävä tekee tilasta oman.</p>",
                        sv="<p>Att koka kaffe, vattna blommor och hitta på program hör till alla. En egen "
                        "uppgift gör rummet till ens eget.</p>",
                        en="<p>Making coffee, watering plants and thinking up activities belong to "
                        "everyone. A task of your own makes the space your own.</p>",
                    ),
                    "icon": "food",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Sopikaa turvallisuudesta etukäteen",
                        sv="Kom överens om tryggheten i förväg",
                        en="Agree on safety in advance",
                    ),
                    "text": T(
                        fi="<p>Kirjatkaa tilan säännöt yhdessä ja laittakaa ne seinälle. Miettikää "
                        "valmiiksi, mitä tehdään ja kenelle soitetaan, jos jokin huolettaa.</p>",
                        sv="<p>Skriv rummets regler tillsammans och sätt upp dem på väggen. Tänk på förhand "
                        "ut vad ni gör och vem ni ringer om något oroar.</p>",
                        en="<p>Write the rules of the space together and put them on the wall. Work out "
                        "beforehand what to do and whom to call if something worries you.</p>",
                    ),
                    "icon": "phone",
                },
            ),
        ],
        "marker": "number",
        "columns": "auto",
        "accent": "sammal",
        "source_line": SOURCE_LINE,
        "write_in": T(
            fi="Meillä tästä vastaa:",
            sv="Hos oss ansvarar för det här:",
            en="In our team, the person for this is:",
        ),
        "updated_on": date(2022, 3, 1),
        "topics": ["open-spaces", "wellbeing"],
        "municipalities": [],
    },
    {
        "key": "experience",
        "slug": T(
            fi="kokemusasiantuntijuus-kayttoon",
            sv="erfarenhetsexpertis-i-arbetet",
            en="using-expertise-by-experience",
        ),
        "title": T(
            fi="8 vinkkiä työhön kokemusasiantuntijan kanssa",
            sv="8 tips för arbete med erfarenhetsexperter",
            en="8 tips for working with experts by experience",
        ),
        "short_title": T(
            fi="Kokemus mukaan työhön",
            sv="Ta vara på erfarenheten",
            en="Experience as expertise",
        ),
        "summary": T(
            fi="Kokemusasiantuntija tietää, miltä palvelu tuntuu sisältä päin. Nämä vinkit auttavat "
            "tekemään yhteistyöstä reilua ja hyödyllistä.",
            sv="En erfarenhetsexpert vet hur en tjänst känns inifrån. De här tipsen hjälper dig att göra "
            "samarbetet rättvist och nyttigt.",
            en="An expert by experience knows what a service feels like from the inside. These tips help to "
            "make the work fair and useful.",
        ),
        "tips": [
            (
                "tip",
                {
                    "title": T(
                        fi="Pyydä mukaan jo alussa",
                        sv="Bjud in redan i början",
                        en="Ask them in at the start",
                    ),
                    "text": T(
                        fi="<p>Kokemuksesta on eniten hyötyä, kun ongelmaa vasta sanoitetaan. Valmiin "
                        "paperin kommentointi ei ole kehittämistä yhdessä.</p>",
                        sv="<p>Erfarenhet ger mest när problemet ännu formuleras. Att kommentera ett "
                        "färdigt papper är inte att utveckla tillsammans.</p>",
                        en="<p>Experience helps most while the problem is still being put into words. "
                        "Commenting on a finished paper is not developing together.</p>",
                    ),
                    "icon": "calendar",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kerro tarkasti, mitä pyydät",
                        sv="Säg exakt vad du ber om",
                        en="Say exactly what you are asking for",
                    ),
                    "text": T(
                        fi="<p>Puheenvuoro, työpajan vetäminen vai paikka työryhmässä? Kerro aika, paikka, "
                        "yleisö ja se, mihin tuloksia käytetään.</p>",
                        sv="<p>Ett inlägg, en workshop eller en plats i arbetsgruppen? Berätta tid, plats, "
                        "publik och vad resultaten används till.</p>",
                        en="<p>A talk, a workshop or a seat in a working group? Tell the time, place, "
                        "audience and what the results are for.</p>",
                    ),
                    "icon": "question",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Sovi palkkiosta ja kuluista etukäteen",
                        sv="Kom överens om arvode och kostnader",
                        en="Agree on the fee and costs beforehand",
                    ),
                    "text": T(
                        fi="<p>Asiantuntijatyöstä maksetaan. Kerro, että palkkio voi vaikuttaa etuuksiin, "
                        "ja auta selvittämään asia.</p>",
                        sv="<p>Expertarbete ska betalas. Berätta att ett arvode kan påverka förmåner, och "
                        "hjälp till att reda ut saken.</p>",
                        en="<p>Expert work is paid work. Mention that a fee may affect benefits, and help "
                        "to find out how.</p>",
                    ),
                    "icon": "check",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Valmistautukaa yhdessä",
                        sv="Förbered er tillsammans",
                        en="Prepare together",
                    ),
                    "text": T(
                        fi="<p>Jutelkaa ennen tilaisuutta, kuka on paikalla ja mitä voidaan kysyä. Käykää "
                        "tila läpi, jos se jännittää.</p>",
                        sv="<p>Prata före tillfället om vilka som är på plats och vad de kan fråga. Besök "
                        "rummet i förväg om det känns nervöst.</p>",
                        en="<p>Before the event, talk through who will be there and what they may ask. "
                        "Visit the room if nerves are an issue.</p>",
                    ),
                    "icon": "talk",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Anna ihmisen päättää, mitä hän kertoo",
                        sv="Låt personen välja vad hen berättar",
                        en="Let the person choose what to share",
                    ),
                    "text": T(
                        fi="<p>Kokemus on hänen omansa. Kysy lupa kuviin ja tallenteisiin, ja muista, että "
                        "luvan saa perua.</p>",
                        sv="<p>Erfarenheten är personens egen. Be om lov för bilder och inspelningar, och "
                        "kom ihåg att lovet får återtas.</p>",
                        en="<p>The experience is theirs. Ask permission for photos and recordings, and "
                        "remember that it can be withdrawn.</p>",
                    ),
                    "icon": "heart",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kutsu useampi kuin yksi",
                        sv="Bjud in fler än en",
                        en="Invite more than one",
                    ),
                    "text": T(
                        fi="<p>Yksi ihminen ei voi edustaa kaikkia. Parin kanssa on myös turvallisempi puhua.</p>",
                        sv="<p>En människa kan inte representera alla. Det är också tryggare att tala när "
                        "man är två.</p>",
                        en="<p>One person cannot speak for everyone. It is also safer to speak when there "
                        "are two of you.</p>",
                    ),
                    "icon": "people",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Kohtele työparina",
                        sv="Bemöt hen som en kollega",
                        en="Treat them as a colleague",
                    ),
                    "text": T(
                        fi="<p>Sama pöytä, sama materiaali ja sama kahvi. Pyydä mielipidettä kaikkeen, ei "
                        "vain omaan tarinaan.</p>",
                        sv="<p>Samma bord, samma material och samma kaffe. Fråga vad hen tycker om allt, "
                        "inte bara om den egna berättelsen.</p>",
                        en="<p>Same table, same papers, same coffee. Ask their opinion on everything, not "
                        "only on their own story.</p>",
                    ),
                    "icon": "food",
                },
            ),
            (
                "tip",
                {
                    "title": T(
                        fi="Palaa asiaan jälkikäteen",
                        sv="Återkom efteråt",
                        en="Come back to it afterwards",
                    ),
                    "text": T(
                        fi="<p>Soita seuraavana päivänä ja kysy, mitä jäi mieleen. Kerro myöhemmin, mikä "
                        "muuttui ja mikä ei.</p>",
                        sv="<p>Ring nästa dag och fråga hur det kändes. Berätta senare vad som ändrades och "
                        "vad som inte gjorde det.</p>",
                        en="<p>Call the next day and ask how it felt. Later, tell what changed and what did not.</p>",
                    ),
                    "icon": "phone",
                },
            ),
        ],
        "marker": "number",
        "columns": "auto",
        "accent": "puolukka",
        "source_line": SOURCE_LINE,
        "updated_on": date(2022, 4, 11),
        "topics": ["experience", "participation"],
        "municipalities": [],
    },
]
