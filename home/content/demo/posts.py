"""The blog posts of the demo site."""

from datetime import date

from home.content.text import Ref, T

POSTS = [
    {
        "key": "post-people-first",
        "slug": T(
            fi="silta-kohti-ihmislahtoista-kuntaa",
            sv="en-bro-mot-en-kommun-dar-manniskan-star-i-centrum",
            en="a-bridge-towards-a-people-first-municipality",
        ),
        "title": T(
            fi="Silta kohti ihmislähtöistä kuntaa",
            sv="En bro mot en kommun där människan står i centrum",
            en="A bridge towards a people-first municipality",
        ),
        "summary": T(
            fi="Ihmislähtöinen kunta kysyy ensin, mitä ihmiselle kuuluu. Silta sinne rakennetaan pienistä "
            "teoista, yhdessä järjestöjen kanssa.",
            sv="En kommun där människan står i centrum frågar först hur människan har det. Bron dit byggs "
            "av små handlingar, tillsammans med organisationerna.",
            en="A people-first municipality begins by asking how people are. The bridge there is built of "
            "small deeds, together with associations.",
        ),
        "published_on": date(2022, 1, 1),
        "published_precision": "month",
        "writers": [Ref("contact", "manager")],
        "topics": ["participation", "encounter"],
        "municipalities": ["nivala", "raahe", "haapavesi", "utajarvi", "reisjarvi", "sievi"],
        "body": [
            (
                "rich_text",
                T(
                    fi="<p>Kunta näyttää erilaiselta riippuen siitä, mistä sitä katsoo. Työntekijä näkee "
                    "palvelut, yksiköt ja budjetin. Asukas näkee oven, lomakkeen ja ihmisen, joka vastaa "
                    "tai ei vastaa. Ihmislähtöisyys alkaa siitä, että siirrymme katsomaan asukkaan "
                    "puolelta.</p><h2>Mitä ihmislähtöisyys on?</h2><p>Ihmislähtöinen kunta ei kysy ensin, "
                    "mihin palveluun ihminen kuuluu. Se kysyy, mitä hänelle kuuluu. Ero on pieni sanoissa "
                    "ja suuri arjessa. Kun ihminen kohdataan kokonaisena, hänen ei tarvitse kertoa samaa "
                    "asiaa viidellä luukulla.</p><p>Osallisuus on saman asian toinen puoli. Se on kokemus "
                    "siitä, että kuuluu joukkoon, tulee kuulluksi ja voi vaikuttaa. Sitä ei voi antaa "
                    "kenellekään valmiina. Sille voi tehdä tilaa.</p>",
                    sv="<p>En kommun ser olika ut beroende på varifrån man tittar. Den anställda ser "
                    "tjänster, enheter och en budget. Invånaren ser en dörr, en blankett och en människa "
                    "som svarar eller inte svarar. Att sätta människan i centrum börjar med att vi går över "
                    "till invånarens sida och tittar därifrån.</p><h2>Vad betyder det att människan står i "
                    "centrum?</h2><p>En sådan kommun frågar inte först vilken tjänst en människa hör till. "
                    "Den frågar hur hon har det. Skillnaden är liten i ord och stor i vardagen. När vi "
                    "möter hela människan behöver hon inte berätta samma sak vid fem "
                    "luckor.</p><p>Delaktighet är den andra sidan av samma sak. Det är en upplevelse av att "
                    "höra till, bli hörd och kunna påverka. Ingen kan få den färdig av någon annan. Men vi "
                    "kan ge den utrymme.</p>",
                    en="<p>A municipality looks different depending on where you stand. A worker sees "
                    "services, units and a budget. A resident sees a door, a form and a person who answers, "
                    "or does not. Putting people first begins when we cross over and look from the "
                    "resident’s side.</p><h2>What does people first mean?</h2><p>A people-first "
                    "municipality does not begin by asking which service a person belongs to. It asks how "
                    "the person is. The difference is small in words and large in everyday life. When we "
                    "meet the whole person, they do not have to tell the same story at five "
                    "counters.</p><p>Inclusion is the other side of the same thing. It is the experience of "
                    "belonging, being heard and having a say. Nobody can hand it over ready-made. But we "
                    "can make room for it.</p>",
                ),
            ),
            (
                "figures",
                {
                    "heading": T(fi="Tällä porukalla", sv="Vi som gör det", en="Who we are"),
                    "items": [
                        {
                            "value": T(fi="6", sv="6", en="6"),
                            "label": T(
                                fi="kumppanikuntaa Pohjois-Pohjanmaalla",
                                sv="partnerkommuner i Norra Österbotten",
                                en="partner municipalities in Northern Ostrobothnia",
                            ),
                        },
                        {
                            "value": T(fi="2", sv="2", en="2"),
                            "label": T(
                                fi="toteuttajaa: Diak ja PPsotu",
                                sv="genomförare: Diak och PPsotu",
                                en="implementers: Diak and PPsotu",
                            ),
                        },
                    ],
                },
            ),
            (
                "rich_text",
                T(
                    fi="<h2>Miksi järjestöt ovat sillan toinen pää?</h2><p>Järjestöissä ollaan usein "
                    "lähellä niitä, joiden ääni kuuluu kunnassa heikoimmin. Siellä tunnetaan ihmiset "
                    "nimeltä. Kunnalla taas on päätösvalta, tilat ja palvelut. Kumpikaan pää ei yksin "
                    "kanna.</p><p>Hankkeessamme jokainen kumppanikunta valitsee itse, keiden osallisuutta "
                    "se haluaa vahvistaa ja miten se tekee työtä järjestöjen kanssa. Valinnat tehdään "
                    "työpajoissa, yhdessä. Siksi kuusi siltaa voi näyttää kuudelta erilaiselta.</p>",
                    sv="<h2>Varför är organisationerna brons andra ände?</h2><p>Organisationerna finns ofta "
                    "nära dem vars röst hörs sämst i kommunen. Där känner man människorna vid namn. "
                    "Kommunen har i sin tur beslutanderätt, lokaler och tjänster. Ingendera änden bär "
                    "ensam.</p><p>I vårt projekt väljer varje partnerkommun själv vems delaktighet den vill "
                    "stärka och hur den arbetar med organisationerna. Valen görs i workshoppar, "
                    "tillsammans. Därför kan sex broar se ut på sex olika sätt.</p>",
                    en="<h2>Why are associations the other end of the bridge?</h2><p>Associations are often "
                    "close to those whose voice is heard least. They know people by name. The municipality, "
                    "in turn, has the power to decide, the premises and the services. Neither end holds "
                    "alone.</p><p>In our project each partner municipality chooses whose inclusion it wants "
                    "to strengthen and how it works with associations. The choices are made together, in "
                    "workshops. That is why six bridges may look like six different ones.</p>",
                ),
            ),
            (
                "steps",
                {
                    "heading": T(
                        fi="Kolme lankkua, joista voi aloittaa",
                        sv="Tre plankor att börja med",
                        en="Three planks to start with",
                    ),
                    "items": [
                        {
                            "title": T(
                                fi="Kulje asukkaan reitti",
                                sv="Gå invånarens väg",
                                en="Walk the resident’s route",
                            ),
                            "text": T(
                                fi="<p>Valitse yksi palvelu ja hoida asia itse alusta loppuun. Kirjaa, "
                                "missä hermostuit.</p>",
                                sv="<p>Välj en tjänst och sköt ärendet själv från början till slut. Skriv "
                                "upp var du tappade tålamodet.</p>",
                                en="<p>Pick one service and go through it yourself from start to finish. "
                                "Note where you lost patience.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Kysy ja kuuntele",
                                sv="Fråga och lyssna",
                                en="Ask and listen",
                            ),
                            "text": T(
                                fi="<p>Mene sinne, missä ihmiset jo ovat. Kysy yksi avoin kysymys ja "
                                "kirjoita vastaus ylös heidän sanoillaan.</p>",
                                sv="<p>Gå dit där människor redan är. Ställ en öppen fråga och skriv upp "
                                "svaret med deras ord.</p>",
                                en="<p>Go where people already are. Ask one open question and write the "
                                "answer down in their words.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Muuta yksi asia",
                                sv="Ändra en sak",
                                en="Change one thing",
                            ),
                            "text": T(
                                fi="<p>Valitse niin pieni muutos, että ehdit tehdä sen tässä kuussa. Kerro "
                                "siitä niille, joilta kysyit.</p>",
                                sv="<p>Välj en så liten ändring att du hinner göra den den här månaden. "
                                "Berätta om den för dem du frågade.</p>",
                                en="<p>Choose a change so small that you can make it this month. Tell those "
                                "you asked about it.</p>",
                            ),
                        },
                    ],
                },
            ),
            (
                "rich_text",
                T(
                    fi="<h2>Silta kestää, kun sitä käytetään</h2><p>Ihmislähtöisyys ei ole projekti, joka "
                    "valmistuu. Se on tapa, jota harjoitellaan. Välillä se hidastaa. Kuuleminen vie aikaa, "
                    "ja vastaus voi olla toinen kuin toivoimme. Silti aika tulee takaisin: kun ratkaisu "
                    "sopii ihmiselle, sitä ei tarvitse korjata moneen kertaan.</p><p>Osallisuus näkyy "
                    "pienissä asioissa. Näkyykö kokouskutsussa, mihin voi vielä vaikuttaa? Onko viesti "
                    "kirjoitettu niin, että sen ymmärtää yhdellä lukemalla? Pääseekö paikalle ilman autoa? "
                    "Kertooko joku jälkikäteen, mitä kysymisestä seurasi? Jos vastaus on kyllä, silta "
                    "kantaa jo yhden kulkijan. Hänen perässään on seuraavan helpompi tulla.</p><p>Kenenkään "
                    "ei tarvitse rakentaa yksin. Työkaveri, esihenkilö, yhdistyksen puheenjohtaja ja "
                    "naapurikunnan kollega ovat kaikki samalla työmaalla.</p>",
                    sv="<h2>Bron håller när den används</h2><p>Att utgå från människan är inget projekt som "
                    "blir färdigt. Det är ett sätt som man övar sig i. Ibland går det långsammare. Det tar "
                    "tid att lyssna, och svaret kan bli ett annat än vi hoppades. Ändå får vi tiden "
                    "tillbaka: en lösning som passar människan behöver inte rättas till gång på "
                    "gång.</p><p>Delaktighet syns i det lilla. Framgår det av kallelsen vad man ännu kan "
                    "påverka? Förstår man meddelandet efter en läsning? Kan man ta sig till platsen utan "
                    "bil? Berättar någon efteråt vad frågorna ledde till? Om svaret är ja bär bron redan en "
                    "vandrare. Efter den första är det lättare för nästa.</p><p>Ingen behöver bygga ensam. "
                    "Kollegan, chefen, föreningens ordförande och grannkommunens anställda är alla på samma "
                    "bygge.</p>",
                    en="<h2>A bridge holds when it is used</h2><p>Putting people first is not a project "
                    "that gets finished. It is a habit to practise. At times it slows us down. Listening "
                    "takes time, and the answer may not be what we hoped for. Yet the time comes back: a "
                    "solution that fits need not be repaired again and again.</p><p>Inclusion shows in "
                    "small things. Does the invitation say what is still open? Is the message clear on "
                    "first reading? Can people get there without a car? Does anyone tell afterwards what "
                    "came of the questions? If the answer is yes, the bridge already carries one walker. "
                    "The next will find it easier.</p><p>Nobody has to build alone. Colleagues, managers, "
                    "chairs of associations and people in the next municipality are all on the same "
                    "site.</p>",
                ),
            ),
            (
                "callout",
                {
                    "kind": "tip",
                    "title": T(
                        fi="Kokeile huomenna",
                        sv="Pröva i morgon",
                        en="Try this tomorrow",
                    ),
                    "text": T(
                        fi="<p>Aloita seuraava palaveri kysymällä, kenen ääni huoneesta puuttuu. Soittakaa "
                        "hänelle.</p>",
                        sv="<p>Börja nästa möte med att fråga vems röst som saknas i rummet. Ring upp den "
                        "personen.</p>",
                        en="<p>Open your next meeting by asking whose voice is missing from the room. Then "
                        "call that person.</p>",
                    ),
                },
            ),
            ("tip_list", {"tip_list": Ref("page", "encounter")}),
            (
                "link_cards",
                {
                    "heading": T(fi="Lue lisää", sv="Läs mer", en="Read more"),
                    "items": [
                        {
                            "page": Ref("page", "project"),
                            "title": T(
                                fi="Mikä hanke tämä on?",
                                sv="Vad är det här för ett projekt?",
                                en="What is this project?",
                            ),
                            "text": T(
                                fi="Tavoitteet, tekijät ja rahoittajat.",
                                sv="Mål, genomförare och finansiärer.",
                                en="Aims, implementers and funders.",
                            ),
                        },
                        {
                            "page": Ref("page", "municipalities"),
                            "title": T(
                                fi="Tutustu kumppanikuntiin",
                                sv="Bekanta dig med partnerkommunerna",
                                en="Meet the partner municipalities",
                            ),
                            "text": T(
                                fi="Kuusi kuntaa ja niiden omat polut.",
                                sv="Sex kommuner och deras egna vägar.",
                                en="Six municipalities, each on its own path.",
                            ),
                        },
                    ],
                },
            ),
        ],
    },
    {
        "key": "post-volunteer-friends",
        "slug": T(
            fi="vapaaehtoisia-ystavia-pohjois-pohjanmaan-kunnissa",
            sv="frivilliga-vanner-i-norra-osterbottens-kommuner",
            en="volunteer-friends-in-northern-ostrobothnia",
        ),
        "title": T(
            fi="Vapaaehtoisia ystäviä Pohjois-Pohjanmaan kunnissa",
            sv="Frivilliga vänner i Norra Österbottens kommuner",
            en="Volunteer friends in the municipalities of Northern Ostrobothnia",
        ),
        "summary": T(
            fi="Yksinäisyyteen ei ole pikaratkaisua, mutta yksi ihminen, joka tulee käymään, muuttaa "
            "paljon. Näin kunta voi tukea ystävätoimintaa.",
            sv="Det finns ingen snabb lösning på ensamhet, men en människa som hälsar på förändrar mycket. "
            "Så kan kommunen stödja vänverksamhet.",
            en="There is no quick fix for loneliness, but one person who comes to visit changes a great "
            "deal. This is how a municipality can help.",
        ),
        "published_on": date(2022, 2, 1),
        "published_precision": "month",
        "writers": [Ref("contact", "worker")],
        "topics": ["associations", "wellbeing"],
        "municipalities": [],
        "body": [
            (
                "rich_text",
                T(
                    fi="<p>Yksinäinen ihminen ei aina näytä yksinäiseltä. Hän voi käydä kaupassa, tervehtiä "
                    "naapuria ja vastata lääkärille, että ihan hyvää kuuluu. Silti viikossa voi olla monta "
                    "päivää, jolloin kukaan ei sano hänen nimeään.</p><h2>Ystävä ei ole "
                    "palvelu</h2><p>Vapaaehtoinen ystävä on tavallinen ihminen, joka antaa aikaansa. Hän ei "
                    "hoida, siivoa eikä arvioi. Hän juo kahvia, lähtee kävelylle tai istuu hiljaa vieressä. "
                    "Juuri siksi hänen seuransa on arvokasta: hän on paikalla, koska haluaa.</p><p>Ystävyys "
                    "kulkee molempiin suuntiin. Moni vapaaehtoinen kertoo saavansa yhtä paljon kuin antaa. "
                    "Siksi myös tuettu ihminen voi olla jonkun toisen ystävä. Jokaisella on jotain "
                    "annettavaa.</p><h2>Mitä tarvitaan, jotta ystäviä löytyy?</h2><p>Ystävätoiminta on "
                    "vapaaehtoista, mutta se ei synny itsestään. Joku etsii vapaaehtoiset, tutustuu heihin "
                    "ja yhdistää sopivat parit. Joku on tavoitettavissa, kun vapaaehtoinen miettii, miten "
                    "toimia. Usein tuo joku on järjestö tai seurakunta.</p>",
                    sv="<p>En ensam människa ser inte alltid ensam ut. Hon kan gå till butiken, hälsa på "
                    "grannen och svara läkaren att det är helt bra. Ändå kan det finnas många dagar i "
                    "veckan då ingen säger hennes namn.</p><h2>En vän är inte en tjänst</h2><p>En frivillig "
                    "vän är en vanlig människa som ger av sin tid. Vännen vårdar inte, städar inte och "
                    "bedömer inte. Vännen dricker kaffe, går på promenad eller sitter tyst bredvid. Just "
                    "därför är sällskapet värdefullt: vännen är där av egen vilja.</p><p>Vänskap går åt "
                    "båda hållen. Många frivilliga berättar att de får lika mycket som de ger. Därför kan "
                    "också den som får stöd vara någon annans vän. Alla har något att ge.</p><h2>Vad behövs "
                    "för att vänner ska hittas?</h2><p>Vänverksamhet är frivillig, men den uppstår inte av "
                    "sig själv. Någon söker frivilliga, lär känna dem och för samman par som passar ihop. "
                    "Någon går att nå när en frivillig undrar hur man ska göra. Ofta är denna någon en "
                    "organisation eller en församling.</p>",
                    en="<p>A lonely person does not always look lonely. They may go to the shop, greet a "
                    "neighbour and tell the doctor that all is well. Still, there can be many days in the "
                    "week when nobody says their name.</p><h2>A friend is not a service</h2><p>A volunteer "
                    "friend is an ordinary person who gives time. They do not nurse, clean or assess. They "
                    "have a coffee, go for a walk or sit quietly alongside. That is why their company is "
                    "precious: they are there because they want to be.</p><p>Friendship runs both ways. "
                    "Many volunteers say they receive as much as they give. That is why a person who gets "
                    "support can also be somebody else’s friend. Everyone has something to "
                    "give.</p><h2>What does it take to find friends?</h2><p>Friend activities are "
                    "voluntary, but they do not happen by themselves. Somebody looks for volunteers, gets "
                    "to know them and brings together people who suit each other. Somebody can be reached "
                    "when a volunteer wonders what to do. Often that somebody is an association or a "
                    "parish.</p>",
                ),
            ),
            (
                "steps",
                {
                    "heading": T(
                        fi="Näin kunta voi auttaa",
                        sv="Så kan kommunen hjälpa till",
                        en="How a municipality can help",
                    ),
                    "items": [
                        {
                            "title": T(
                                fi="Tiedä, kuka järjestää",
                                sv="Ta reda på vem som ordnar",
                                en="Know who runs it",
                            ),
                            "text": T(
                                fi="<p>Selvitä, mitkä yhdistykset välittävät ystäviä omassa kunnassasi. "
                                "Pidä yhteystiedot ajan tasalla.</p>",
                                sv="<p>Ta reda på vilka föreningar som förmedlar vänner i din kommun. Håll "
                                "kontaktuppgifterna aktuella.</p>",
                                en="<p>Find out which associations arrange volunteer friends in your "
                                "municipality. Keep the contact details up to date.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Ota yksinäisyys puheeksi",
                                sv="Ta upp ensamheten",
                                en="Bring up loneliness",
                            ),
                            "text": T(
                                fi="<p>Kysy suoraan ja lempeästi: ”Onko sinulla joku, jonka kanssa "
                                "jutella?” Soittakaa järjestöön yhdessä.</p>",
                                sv="<p>Fråga rakt och vänligt: ”Har du någon att prata med?” Ring "
                                "organisationen tillsammans.</p>",
                                en="<p>Ask directly and gently: “Do you have someone to talk to?” Call the "
                                "association together.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Anna tilat ja näkyvyyttä",
                                sv="Ge lokaler och synlighet",
                                en="Give space and visibility",
                            ),
                            "text": T(
                                fi="<p>Maksuton kokoontumispaikka ja pieni ilmoitus kunnan viestinnässä "
                                "ovat vapaaehtoisille iso apu.</p>",
                                sv="<p>En avgiftsfri plats att träffas på och en liten notis i kommunens "
                                "kanaler är till stor hjälp för de frivilliga.</p>",
                                en="<p>A free place to meet and a short notice in the municipality’s "
                                "channels are a great help to volunteers.</p>",
                            ),
                        },
                    ],
                },
            ),
            (
                "accordion",
                {
                    "heading": T(
                        fi="Mietityttääkö?",
                        sv="Undrar du något?",
                        en="Wondering about something?",
                    ),
                    "items": [
                        {
                            "title": T(
                                fi="Paljonko aikaa ystävänä oleminen vie?",
                                sv="Hur mycket tid tar det att vara vän?",
                                en="How much time does being a friend take?",
                            ),
                            "text": T(
                                fi="<p>Siitä sovitaan aina yhdessä. Tärkeintä ei ole tuntien määrä vaan se, "
                                "että sovitusta pidetään kiinni.</p>",
                                sv="<p>Det kommer man alltid överens om tillsammans. Viktigast är inte "
                                "antalet timmar utan att man håller det man lovat.</p>",
                                en="<p>That is always agreed together. What counts is not the number of "
                                "hours but keeping to what was agreed.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Korvaako vapaaehtoinen ammattilaisen?",
                                sv="Ersätter en frivillig en yrkesperson?",
                                en="Does a volunteer replace a professional?",
                            ),
                            "text": T(
                                fi="<p>Ei. Hoito, kuljetukset ja viranomaisasiat kuuluvat ammattilaisille. "
                                "Vapaaehtoinen tuo rinnalle seuran.</p>",
                                sv="<p>Nej. Vård, transporter och myndighetsärenden hör till yrkespersoner. "
                                "Den frivilliga bidrar med sällskap.</p>",
                                en="<p>No. Care, transport and official matters belong to professionals. A "
                                "volunteer brings company alongside.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Mitä jos ystävyys ei luonnistu?",
                                sv="Vad händer om vänskapen inte fungerar?",
                                en="What if the friendship does not work out?",
                            ),
                            "text": T(
                                fi="<p>Silloin on lupa sanoa niin. Järjestön yhteyshenkilö auttaa, eikä "
                                "kenenkään tarvitse hävetä.</p>",
                                sv="<p>Då är det tillåtet att säga det. Organisationens kontaktperson "
                                "hjälper till, och ingen behöver skämmas.</p>",
                                en="<p>Then it is fine to say so. The association’s contact person helps, "
                                "and nobody needs to feel ashamed.</p>",
                            ),
                        },
                    ],
                },
            ),
            (
                "rich_text",
                T(
                    fi="<h2>Pitkät matkat, lyhyt kynnys</h2><p>Pohjois-Pohjanmaalla välimatkat ovat pitkiä. "
                    "Bussi ei aina kulje, ja talvella pihan yli kahvillekin voi olla matkaa. Siksi "
                    "ystävyyttä kannattaa miettiä monella tavalla. Joku haluaa vieraan keittiönsä pöydän "
                    "ääreen. Toiselle sopii puhelu samaan aikaan joka viikko. Kolmas lähtee mieluummin "
                    "porukkaan, jossa saa ensin vain olla.</p><p>Kutsu ratkaisee. Yleinen ilmoitus "
                    "tavoittaa ne, jotka etsivät tekemistä. Yksinäinen ihminen tarvitsee usein kutsun, joka "
                    "on tarkoitettu juuri hänelle. Sen voi antaa kotihoidon työntekijä, kirjastonhoitaja, "
                    "kauppias tai naapuri. Kunnan tehtävä on pitää huolta siitä, että jokainen heistä "
                    "tietää, minne ohjata.</p>",
                    sv="<h2>Långa avstånd, låg tröskel</h2><p>I Norra Österbotten är avstånden långa. "
                    "Bussen går inte alltid, och på vintern kan även vägen över gården till en kopp kaffe "
                    "vara lång. Därför är det bra att tänka på vänskap på många sätt. Någon vill ha en gäst "
                    "vid köksbordet. För en annan passar ett samtal vid samma tid varje vecka. En tredje "
                    "söker sig hellre till en grupp där man först bara får vara.</p><p>Inbjudan avgör. En "
                    "allmän annons når dem som söker något att göra. En ensam människa behöver ofta en "
                    "inbjudan som är menad just för henne. Den kan komma från hemvården, biblioteket, "
                    "butiken eller grannen. Kommunens uppgift är att se till att alla de vet vart de kan "
                    "hänvisa.</p>",
                    en="<h2>Long distances, low threshold</h2><p>In Northern Ostrobothnia distances are "
                    "long. The bus does not always run, and in winter even crossing the yard for coffee can "
                    "be a journey. So it pays to think of friendship in many forms. One person wants a "
                    "guest at the kitchen table. Another prefers a call at the same time each week. A third "
                    "would rather join a group where it is fine just to be.</p><p>The invitation decides. A "
                    "notice reaches those looking for something to do. A lonely person often needs an "
                    "invitation meant for them. It can come from a home care worker, librarian, shopkeeper "
                    "or neighbour. The municipality can make sure each of them knows where to point.</p>",
                ),
            ),
            (
                "callout",
                {
                    "kind": "note",
                    "title": T(
                        fi="Pieni ele riittää",
                        sv="En liten gest räcker",
                        en="A small gesture is enough",
                    ),
                    "text": T(
                        fi="<p>Et tarvitse kurssia, jotta voit kysyä naapurilta, mitä kuuluu. Kysy, ja jää "
                        "kuuntelemaan vastaus.</p>",
                        sv="<p>Du behöver ingen kurs för att fråga grannen hur det är. Fråga, och stanna "
                        "kvar för att lyssna på svaret.</p>",
                        en="<p>You need no course to ask a neighbour how they are. Ask, and stay to hear "
                        "the answer.</p>",
                    ),
                },
            ),
            (
                "link_cards",
                {
                    "heading": T(fi="Jatka tästä aiheesta", sv="Fortsätt med temat", en="More on this theme"),
                    "items": [
                        {
                            "page": Ref("page", "tip-lists"),
                            "title": T(
                                fi="Vinkkilistat työhuoneen seinälle",
                                sv="Tipslistor för arbetsrummets vägg",
                                en="Tip lists for the office wall",
                            ),
                            "text": T(
                                fi="Tulosta keinoja kohtaamiseen ja järjestöyhteistyöhön.",
                                sv="Skriv ut tips om bemötande och organisationssamarbete.",
                                en="Print tips on encounters and on working with associations.",
                            ),
                        },
                        {
                            "page": Ref("page", "trainings"),
                            "title": T(
                                fi="Hankkeen valmennukset",
                                sv="Projektets utbildningar",
                                en="The project’s trainings",
                            ),
                            "text": T(
                                fi="Kunnille ja yhdistyksille.",
                                sv="För kommuner och föreningar.",
                                en="For municipalities and associations.",
                            ),
                        },
                    ],
                },
            ),
        ],
    },
    {
        "key": "post-associations-wellbeing",
        "slug": T(
            fi="yhdistykset-kunnan-hyte-tyossa",
            sv="foreningarna-i-kommunens-valfardsarbete",
            en="associations-in-the-wellbeing-work-of-a-municipality",
        ),
        "title": T(
            fi="Yhdistykset kunnan hyte-työssä – tekoja ihmisten hyväksi",
            sv="Föreningarna i kommunens arbete för välfärd och hälsa – handlingar för människors bästa",
            en="Associations in a municipality’s wellbeing work – deeds for people",
        ),
        "summary": T(
            fi="Hyte on lyhenne, mutta hyvinvointi on arkea. Yhdistykset tekevät sitä joka päivä. Miten "
            "kunta saa työn näkyviin ja mukaan?",
            sv="Välfärd och hälsa låter som en plan, men är vardag. Föreningarna arbetar med den varje dag. "
            "Hur gör kommunen arbetet synligt?",
            en="Promoting wellbeing sounds like a plan, but it is everyday life. Associations do it daily. "
            "How can a municipality make that work visible?",
        ),
        "published_on": date(2022, 3, 1),
        "published_precision": "month",
        "writers": [Ref("contact", "evaluator"), Ref("contact", "coordinator")],
        "topics": ["associations", "wellbeing"],
        "municipalities": [],
        "body": [
            (
                "rich_text",
                T(
                    fi="<p>Hyte tarkoittaa hyvinvoinnin ja terveyden edistämistä. Se kuulostaa "
                    "suunnitelmalta, ja sellainen siitä kunnassa myös tehdään. Asukkaalle hyvinvointi on "
                    "kuitenkin jotain muuta: joku, jonka kanssa syödä, paikka, johon mennä, ja tunne, että "
                    "minua tarvitaan.</p><h2>Hyvinvointi syntyy arjessa</h2><p>Yhdistykset järjestävät "
                    "kerhoja, vertaisryhmiä, liikuntaa, ruoka-apua ja yhteisiä kahvihetkiä. Kaikki tämä on "
                    "hyte-työtä, vaikka sitä harvoin siksi kutsutaan. Yhdistys saa usein ensimmäisenä "
                    "tietää, kun ihmisellä on vaikeaa. Sinne uskalletaan tulla, koska siellä ei tarvitse "
                    "olla asiakas.</p><p>Kunnan hyvinvointisuunnitelmassa tämä työ jää helposti yhdeksi "
                    "riviksi. Se on sääli, sillä suunnitelma ilman yhdistyksiä kertoo vain puolet. "
                    "Yhdistykset taas jäävät yksin, jos kukaan kunnassa ei tiedä, mitä ne tekevät.</p>",
                    sv="<p>Att främja välfärd och hälsa låter som en plan, och i kommunen görs det också en "
                    "sådan. För invånaren är välfärd ändå något annat: någon att äta med, någonstans att gå "
                    "och en känsla av att vara behövd.</p><h2>Välfärd uppstår i "
                    "vardagen</h2><p>Föreningarna ordnar klubbar, kamratgrupper, motion, mathjälp och "
                    "gemensamma kaffestunder. Allt detta främjar välfärd och hälsa, även om det sällan "
                    "kallas så. Föreningen får ofta veta först när en människa har det svårt. Dit vågar man "
                    "komma, för där behöver man inte vara klient.</p><p>I kommunens välfärdsplan blir det "
                    "här arbetet lätt en enda rad. Det är synd, för en plan utan föreningar berättar bara "
                    "hälften. Föreningarna i sin tur blir ensamma om ingen i kommunen vet vad de gör.</p>",
                    en="<p>Promoting wellbeing and health sounds like a plan, and that is what a "
                    "municipality makes of it. For a resident, though, wellbeing is something else: someone "
                    "to eat with, somewhere to go and a feeling of being needed.</p><h2>Wellbeing is made "
                    "in everyday life</h2><p>Associations run clubs, peer groups, exercise, food aid and "
                    "coffee mornings. All of this promotes wellbeing, although it is seldom called that. An "
                    "association is often the first to know when a person is struggling. People dare to "
                    "come because there they need not be clients.</p><p>In the municipality’s wellbeing "
                    "plan this work easily becomes a single line. That is a pity, because a plan without "
                    "associations tells only half the story. Associations, in turn, are left alone if "
                    "nobody in the municipality knows what they do.</p>",
                ),
            ),
            (
                "steps",
                {
                    "heading": T(
                        fi="Suunnitelmasta tekoihin",
                        sv="Från plan till handling",
                        en="From plan to deeds",
                    ),
                    "items": [
                        {
                            "title": T(
                                fi="Piirtäkää yhteinen kartta",
                                sv="Rita en gemensam karta",
                                en="Draw a shared map",
                            ),
                            "text": T(
                                fi="<p>Kuka tekee mitä, kenelle ja missä? Kartasta näkee, ketkä jäävät "
                                "vielä ulkopuolelle.</p>",
                                sv="<p>Vem gör vad, för vem och var? På kartan syns vilka som ännu står utanför.</p>",
                                en="<p>Who does what, for whom and where? The map shows who is still left out.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Valitkaa yhdessä, mihin tartutaan",
                                sv="Välj tillsammans vad ni tar tag i",
                                en="Choose together what to take up",
                            ),
                            "text": T(
                                fi="<p>Yksi tai kaksi tavoitetta vuodessa riittää. Kysykää myös niiltä, "
                                "joita tavoite koskee.</p>",
                                sv="<p>Ett eller två mål om året räcker. Fråga också dem som målet gäller.</p>",
                                en="<p>One or two aims a year are enough. Ask those whom the aim concerns, too.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Sopikaa työnjaosta ja tuesta",
                                sv="Kom överens om arbetsfördelning och stöd",
                                en="Agree on roles and support",
                            ),
                            "text": T(
                                fi="<p>Kirjatkaa, mitä kunta tekee ja mitä yhdistys tekee. Kirjatkaa sekin, "
                                "millä rahalla, missä tilassa ja kenen tuella.</p>",
                                sv="<p>Skriv ner vad kommunen gör och vad föreningen gör. Skriv också med "
                                "vilka pengar, i vilken lokal och med vems stöd.</p>",
                                en="<p>Write down what the municipality does and what the association does. "
                                "Write down the money, the room and the support as well.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Katsokaa, mikä muuttui",
                                sv="Se efter vad som ändrades",
                                en="Look at what changed",
                            ),
                            "text": T(
                                fi="<p>Laskekaa kävijät, mutta kysykää myös, miltä tuntui. Molempia "
                                "tarvitaan, kun ensi vuotta suunnitellaan.</p>",
                                sv="<p>Räkna besökarna, men fråga också hur det kändes. Båda behövs när "
                                "nästa år planeras.</p>",
                                en="<p>Count the visitors, but also ask how it felt. You need both when "
                                "planning the next year.</p>",
                            ),
                        },
                    ],
                },
            ),
            (
                "rich_text",
                T(
                    fi="<h2>Reilu kumppani</h2><p>Yhdistyksiä pyörittävät usein muutamat ihmiset iltaisin "
                    "ja viikonloppuisin. Siksi hyvä kumppani kysyy, mitä yhdistys jaksaa. Hän tarjoaa "
                    "tilan, lainaa tulostinta ja auttaa avustushakemuksessa. Hän kutsuu mukaan silloin, kun "
                    "asioista vielä päätetään.</p><p>Vastavuoroisuus ei vaadi suuria rahoja. Se vaatii, "
                    "että joku kunnassa tuntee yhdistykset ja vastaa, kun ne soittavat. Lisäksi se vaatii, "
                    "että yhteinen työ saa näkyä myös silloin, kun se on vielä kesken.</p>",
                    sv="<h2>En rättvis partner</h2><p>Ofta är det några få människor som driver föreningen "
                    "på kvällar och veckoslut. Därför frågar en god partner vad föreningen orkar med. "
                    "Partnern erbjuder en lokal, lånar ut skrivaren och hjälper till med bidragsansökan. "
                    "Inbjudan kommer medan besluten ännu är öppna.</p><p>Ömsesidighet kräver inte stora "
                    "pengar. Den kräver att någon i kommunen känner föreningarna och svarar när de ringer. "
                    "Dessutom behöver det gemensamma arbetet få synas också medan det ännu pågår.</p>",
                    en="<h2>A fair partner</h2><p>Associations are often run by a few people in the "
                    "evenings and at weekends. So a good partner asks what the association has the strength "
                    "for. They offer a room, lend the printer and help with a grant application. They "
                    "invite associations in while things are still being decided.</p><p>Working both ways "
                    "does not take large sums. It takes someone in the municipality who knows the "
                    "associations and answers when they call. And shared work needs to be seen, even while "
                    "it is unfinished.</p>",
                ),
            ),
            (
                "rich_text",
                T(
                    fi="<h2>Kuka puuttuu pöydästä?</h2><p>Hyte-ryhmässä istuvat helposti ne, jotka istuvat "
                    "muissakin ryhmissä. Iso yhdistys ehtii kokoukseen, pieni ei. Silti juuri pienessä "
                    "ryhmässä voi olla mukana ihmisiä, joita kukaan muu ei tavoita. Heidän luokseen "
                    "kannattaa mennä. Kokouksen voi pitää yhdistyksen omassa kerhohuoneessa, heidän "
                    "aikanaan ja heidän kahvinsa ääressä.</p><p>Kaikkea ei voi mitata. Silti kannattaa "
                    "miettiä etukäteen, mistä huomaamme, että jonkun elämä helpottui. Ehkä hän tulee "
                    "toisenkin kerran. Ehkä hän tuo kaverin. Ehkä hän keittää seuraavan kahvin. Nämä ovat "
                    "hyvinvoinnin merkkejä, ja ne voi kirjata ylös siinä missä luvutkin.</p>",
                    sv="<h2>Vem saknas vid bordet?</h2><p>I välfärdsgruppen sitter lätt de som sitter också "
                    "i andra grupper. En stor förening hinner till mötet, en liten gör det inte. Ändå kan "
                    "just den lilla gruppen ha med människor som ingen annan når. Det lönar sig att gå till "
                    "dem. Mötet kan hållas i föreningens egen lokal, på deras tid och över deras "
                    "kaffe.</p><p>Allt kan inte mätas. Det är ändå bra att i förväg fundera på hur vi "
                    "märker att någons liv blev lättare. Kanske kommer hen en gång till. Kanske tar hen med "
                    "en vän. Kanske kokar hen nästa kaffe. Det här är tecken på välfärd, och de kan skrivas "
                    "upp precis som siffrorna.</p>",
                    en="<h2>Who is missing from the table?</h2><p>A wellbeing group is easily made up of "
                    "people who sit in every other group too. A large association has time for the meeting, "
                    "a small one does not. Yet the small group may include people nobody else reaches. It "
                    "pays to go to them. Hold the meeting in the association’s own room, at their hour and "
                    "over their coffee.</p><p>Not everything can be measured. Still, it helps to think in "
                    "advance how we will notice that someone’s life became easier. Perhaps they come a "
                    "second time. Perhaps they bring a friend. Perhaps they make the next pot of coffee. "
                    "These are signs of wellbeing, and they can be written down just like figures.</p>",
                ),
            ),
            (
                "callout",
                {
                    "kind": "tip",
                    "title": T(
                        fi="Kysymys seuraavaan hyte-kokoukseen",
                        sv="En fråga till nästa välfärdsmöte",
                        en="A question for your next wellbeing meeting",
                    ),
                    "text": T(
                        fi="<p>Mikä yhdistys on tehnyt tänä vuonna jotain sellaista, mikä kuuluisi "
                        "suunnitelmaamme? Kutsukaa se mukaan ja kiittäkää.</p>",
                        sv="<p>Vilken förening har i år gjort något som hör hemma i vår plan? Bjud in den "
                        "och tacka.</p>",
                        en="<p>Which association has this year done something that belongs in our plan? "
                        "Invite them, and say thank you.</p>",
                    ),
                },
            ),
            ("tip_list", {"tip_list": Ref("page", "associations")}),
            (
                "link_cards",
                {
                    "heading": T(fi="Seuraavaksi", sv="Härnäst", en="Next"),
                    "items": [
                        {
                            "page": Ref("page", "municipalities"),
                            "title": T(
                                fi="Kumppanikuntien työ",
                                sv="Partnerkommunernas arbete",
                                en="The work of the partner municipalities",
                            ),
                            "text": T(
                                fi="Katso, miten kunnat tekevät työtä järjestöjen kanssa.",
                                sv="Se hur kommunerna arbetar med organisationerna.",
                                en="See how the municipalities work with associations.",
                            ),
                        },
                        {
                            "page": Ref("page", "trainings"),
                            "title": T(
                                fi="Hankkeen valmennukset",
                                sv="Projektets utbildningar",
                                en="The project’s trainings",
                            ),
                            "text": T(
                                fi="Osaamista kuntiin ja yhdistyksiin.",
                                sv="Kunnande för kommuner och föreningar.",
                                en="Know-how for municipalities and associations.",
                            ),
                        },
                    ],
                },
            ),
        ],
    },
]
