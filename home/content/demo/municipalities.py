"""The partner municipalities of the demo site.

Each page explains another side of the project's way of working. What a municipality has chosen
itself is left for the municipality to tell.
"""

from home.content.text import Ref, T

CONTACTS = [("contact", Ref("contact", "coordinator"))]

MUNICIPALITIES = [
    {
        "key": "nivala",
        "slug": T(fi="nivala", sv="nivala", en="nivala"),
        "title": T(fi="Nivala", sv="Nivala", en="Nivala"),
        "summary": T(
            fi="Nivala on hankkeen kumppanikunta. Lue, miten kunta valitsee ihmiset, joiden osallisuutta se "
            "haluaa vahvistaa.",
            sv="Nivala är en av projektets partnerkommuner. Läs hur en kommun väljer vems delaktighet den vill stärka.",
            en="Nivala is one of the project’s partner municipalities. Read how a municipality chooses "
            "whose inclusion it wants to strengthen.",
        ),
        "associations_work": T(
            fi="<p>Nivala valitsee itse, millä tavoilla se tekee työtä järjestöjen kanssa. Valinta tehdään "
            "yhteiskehittämällä ja työpajoissa, joissa kunta ja järjestöt ovat saman pöydän "
            "ääressä.</p><p>Järjestöt tuntevat ihmisiä, joita kunnan palvelut eivät aina tavoita. Siksi "
            "niiden ääntä tarvitaan jo silloin, kun valitaan, keiden kanssa aloitetaan.</p>",
            sv="<p>Nivala väljer själv på vilka sätt kommunen samarbetar med organisationer. Valet görs "
            "genom gemensam utveckling och i workshoppar där kommunen och organisationerna sitter vid samma "
            "bord.</p><p>Organisationerna känner människor som kommunens tjänster inte alltid når. Därför "
            "behövs deras röst redan när man väljer vem man ska börja med.</p>",
            en="<p>Nivala itself chooses its ways of working with associations. The choice is made by "
            "developing together and in workshops, where the municipality and the associations sit at the "
            "same table.</p><p>Associations know people whom municipal services do not always reach. That "
            "is why their voice is needed already when choosing with whom to begin.</p>",
        ),
        "pilot_title": T(
            fi="Kehittämiskokeilu Nivalassa",
            sv="Utvecklingsförsöket i Nivala",
            en="The pilot in Nivala",
        ),
        "pilot_state": "running",
        "pilot_text": T(
            fi="<p>Nivalassa on käynnissä kehittämiskokeilu yhdessä paikallisten järjestöjen kanssa. Kunta "
            "kertoo tällä sivulla, mitä kokeillaan ja keiden kanssa.</p>",
            sv="<p>I Nivala pågår ett utvecklingsförsök tillsammans med lokala organisationer. Kommunen "
            "berättar på den här sidan vad man prövar och tillsammans med vem.</p>",
            en="<p>A pilot is running in Nivala together with local associations. The municipality will "
            "tell on this page what is tried out and with whom.</p>",
        ),
        "contacts": CONTACTS,
        "body": [
            (
                "rich_text",
                T(
                    fi="<h2>Miten kohderyhmä valitaan?</h2><p>Kohderyhmä on joukko ihmisiä, joiden "
                    "osallisuutta ja hyvinvointia kunta haluaa edistää. Kaikkea ei voi tehdä kerralla. "
                    "Siksi kunta valitsee, mistä se aloittaa.</p><p>Valinnassa auttavat esimerkiksi nämä "
                    "kysymykset:</p><ul><li>Ketkä jäävät meillä helpoimmin ulkopuolelle?</li><li>Mistä sen "
                    "tiedämme, ja keneltä olemme kysyneet?</li><li>Mitkä järjestöt tuntevat nämä "
                    "ihmiset?</li><li>Missä yhteinen työ voisi muuttaa jotakin?</li></ul><p>Hyvä valinta on "
                    "tarkka mutta kunnioittava. Ihminen ei ole yhtä kuin hänen tilanteensa.</p>",
                    sv="<h2>Hur väljer man målgrupp?</h2><p>En målgrupp är människor vars delaktighet och "
                    "välbefinnande kommunen vill främja. Allt går inte att göra på en gång. Därför väljer "
                    "kommunen var den ska börja.</p><p>De här frågorna kan hjälpa:</p><ul><li>Vem hamnar "
                    "lättast utanför hos oss?</li><li>Hur vet vi det, och vem har vi frågat?</li><li>Vilka "
                    "organisationer känner de här människorna?</li><li>Var kunde vi förändra något "
                    "tillsammans?</li></ul><p>Ett bra val är noggrant men respektfullt. En människa är mer "
                    "än sin situation.</p>",
                    en="<h2>How is a target group chosen?</h2><p>A target group is people whose inclusion "
                    "and wellbeing the municipality wants to promote. Not everything can be done at once. "
                    "So the municipality chooses where to begin.</p><p>Questions like these can "
                    "help:</p><ul><li>Who is most easily left out here?</li><li>How do we know, and whom "
                    "have we asked?</li><li>Which associations know these people?</li><li>Where could "
                    "working together change something?</li></ul><p>A good choice is precise but "
                    "respectful. A person is more than their situation.</p>",
                ),
            ),
            (
                "callout",
                {
                    "kind": "note",
                    "title": T(
                        fi="Kunta täydentää sivua",
                        sv="Kommunen kompletterar sidan",
                        en="The municipality adds to this page",
                    ),
                    "text": T(
                        fi="<p>Nivalan valitsemat kohderyhmät lisätään tälle sivulle. Sen tekee kunta itse.</p>",
                        sv="<p>De målgrupper som Nivala väljer läggs till på den här sidan. Det gör "
                        "kommunen själv.</p>",
                        en="<p>The target groups that Nivala chooses are added to this page. The "
                        "municipality does that itself.</p>",
                    ),
                },
            ),
        ],
    },
    {
        "key": "raahe",
        "slug": T(fi="raahe", sv="brahestad", en="raahe"),
        "title": T(fi="Raahe", sv="Brahestad", en="Raahe"),
        "summary": T(
            fi="Raahe on hankkeen kumppanikunta. Lue, mitä järjestökartoitus on ja miksi yhteistyö "
            "kannattaa aloittaa siitä.",
            sv="Brahestad är en av projektets partnerkommuner. Läs vad en kartläggning av organisationer är "
            "och varför den är en bra början.",
            en="Raahe is one of the project’s partner municipalities. Read what a mapping of associations "
            "is and why it is a good place to start.",
        ),
        "associations_work": T(
            fi="<p>Raahe valitsee yhdessä järjestöjen kanssa, millä tavoilla ja malleilla työtä tehdään. "
            "Valinta syntyy työpajoissa ja yhteiskehittämällä.</p><p>Ennen valintaa on hyvä tietää, keitä "
            "paikkakunnalla toimii. Hanke tukee kuntaa ja paikallisia järjestöjä kartoituksessa.</p>",
            sv="<p>Brahestad väljer tillsammans med organisationerna hur och enligt vilka modeller arbetet "
            "görs. Valet växer fram i workshoppar och genom gemensam utveckling.</p><p>Innan man väljer är "
            "det bra att veta vilka som är verksamma på orten. Projektet stöder kommunen och de lokala "
            "organisationerna i kartläggningen.</p>",
            en="<p>Raahe chooses together with associations which ways and models of working to use. The "
            "choice grows out of workshops and of developing together.</p><p>Before choosing, it is good to "
            "know who is active in the area. The project supports the municipality and local associations "
            "with the mapping.</p>",
        ),
        "pilot_title": T(
            fi="Kehittämiskokeilu Raahessa",
            sv="Utvecklingsförsöket i Brahestad",
            en="The pilot in Raahe",
        ),
        "pilot_state": "running",
        "pilot_text": T(
            fi="<p>Raahessa tehdään kehittämiskokeilua paikallisten järjestöjen kanssa, ja se on nyt "
            "käynnissä. Kunta lisää tänne kokeilun tarkemman kuvauksen.</p>",
            sv="<p>Brahestad genomför ett utvecklingsförsök med lokala organisationer, och det pågår nu. "
            "Kommunen lägger till en närmare beskrivning här.</p>",
            en="<p>Raahe is carrying out a pilot with local associations, and it is running now. The "
            "municipality will add a closer description here.</p>",
        ),
        "contacts": CONTACTS,
        "body": [
            (
                "rich_text",
                T(
                    fi="<h2>Mitä järjestökartoitus on?</h2><p>Kartoitus kertoo, mitkä järjestöt ja "
                    "yhdistykset toimivat kunnassa, ketä ne tavoittavat ja mitä ne tekevät. Se kertoo myös, "
                    "mitä ne tarvitsevat kunnalta.</p><p>Hyvä kartoitus ei ole pelkkä nimilista. Se on "
                    "keskustelu, jossa kunta oppii tuntemaan järjestöt ja järjestöt toisensa.</p>",
                    sv="<h2>Vad är en kartläggning av organisationer?</h2><p>En kartläggning visar vilka "
                    "organisationer och föreningar som är verksamma i kommunen, vem de når och vad de gör. "
                    "Den visar också vad de behöver av kommunen.</p><p>En bra kartläggning är inte bara en "
                    "lista med namn. Den är ett samtal där kommunen lär känna organisationerna och de lär "
                    "känna varandra.</p>",
                    en="<h2>What is a mapping of associations?</h2><p>A mapping shows which associations "
                    "are active in the municipality, whom they reach and what they do. It also shows what "
                    "they need from the municipality.</p><p>A good mapping is more than a list of names. It "
                    "is a conversation in which the municipality gets to know the associations, and they "
                    "get to know each other.</p>",
                ),
            ),
            (
                "steps",
                {
                    "heading": T(
                        fi="Näin kartoituksen voi tehdä",
                        sv="Så kan en kartläggning göras",
                        en="How a mapping can be done",
                    ),
                    "items": [
                        {
                            "title": T(
                                fi="Kokoa se, mikä jo tiedetään",
                                sv="Samla det ni redan vet",
                                en="Gather what you know already",
                            ),
                            "text": T(
                                fi="<p>Kysy eri puolilta kuntaa, keiden kanssa työtä jo tehdään. Tieto on "
                                "usein monen ihmisen muistissa.</p>",
                                sv="<p>Fråga runt i kommunens enheter vilka ni redan arbetar med. Kunskapen "
                                "finns ofta i mångas minne.</p>",
                                en="<p>Ask in all parts of the municipality whom you already work with. The "
                                "knowledge is often in the heads of many people.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Kysy järjestöiltä itseltään",
                                sv="Fråga organisationerna själva",
                                en="Ask the associations themselves",
                            ),
                            "text": T(
                                fi="<p>Muutama kysymys riittää: ketä tavoitatte, mitä teette, mitä "
                                "tarvitsette? Kysy myös pieniltä, joilla ei ole toimistoa.</p>",
                                sv="<p>Några frågor räcker: vem når ni, vad gör ni, vad behöver ni? Fråga "
                                "också de små som inte har något kontor.</p>",
                                en="<p>A few questions are enough: whom do you reach, what do you do, what "
                                "do you need? Ask the small ones too, those without an office.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Katso yhdessä, mitä puuttuu",
                                sv="Se tillsammans vad som saknas",
                                en="Look together at what is missing",
                            ),
                            "text": T(
                                fi="<p>Näyttäkää tulos työpajassa. Keitä kukaan ei tavoita? Missä moni "
                                "tekee samaa toisistaan tietämättä?</p>",
                                sv="<p>Visa resultatet i en workshop. Vem når ingen? Var gör flera samma "
                                "sak utan att veta om varandra?</p>",
                                en="<p>Show the outcome in a workshop. Whom does nobody reach? Where do "
                                "several do the same thing without knowing of each other?</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Pidä tieto ajan tasalla",
                                sv="Håll kunskapen aktuell",
                                en="Keep it up to date",
                            ),
                            "text": T(
                                fi="<p>Sopikaa, kuka päivittää tiedot ja milloin. Kartoitus vanhenee, jos "
                                "kukaan ei omista sitä.</p>",
                                sv="<p>Kom överens om vem som uppdaterar uppgifterna och när. En "
                                "kartläggning blir gammal om ingen ansvarar för den.</p>",
                                en="<p>Agree who updates the information and when. A mapping grows old if "
                                "nobody owns it.</p>",
                            ),
                        },
                    ],
                },
            ),
        ],
    },
    {
        "key": "haapavesi",
        "slug": T(fi="haapavesi", sv="haapavesi", en="haapavesi"),
        "title": T(fi="Haapavesi", sv="Haapavesi", en="Haapavesi"),
        "summary": T(
            fi="Haapavesi on hankkeen kumppanikunta. Lue, mikä kehittämiskokeilu on ja miksi pieni kokeilu "
            "voi opettaa paljon.",
            sv="Haapavesi är en av projektets partnerkommuner. Läs vad ett utvecklingsförsök är och varför "
            "ett litet försök kan lära oss mycket.",
            en="Haapavesi is one of the project’s partner municipalities. Read what a pilot is and why a "
            "small trial can teach a lot.",
        ),
        "associations_work": T(
            fi="<p>Haapavesi valitsee omat tapansa tehdä työtä järjestöjen kanssa. Tavat etsitään yhdessä: "
            "kunta ja järjestöt kehittävät niitä työpajoissa ja kokeilevat niitä arjessa.</p><p>Kun jokin "
            "tapa toimii, siitä voi tulla pysyvä. Kun se ei toimi, sitä voi muuttaa.</p>",
            sv="<p>Haapavesi väljer sina egna sätt att samarbeta med organisationer. Man letar efter dem "
            "tillsammans: kommunen och organisationerna utvecklar dem i workshoppar och prövar dem i "
            "vardagen.</p><p>När ett sätt fungerar kan det bli bestående. När det inte fungerar kan man "
            "ändra det.</p>",
            en="<p>Haapavesi chooses its own ways of working with associations. They are looked for "
            "together: the municipality and the associations develop them in workshops and try them out in "
            "everyday life.</p><p>When something works, it can become permanent. When it does not, it can "
            "be changed.</p>",
        ),
        "pilot_title": T(
            fi="Kehittämiskokeilu Haapavedellä",
            sv="Utvecklingsförsöket i Haapavesi",
            en="The pilot in Haapavesi",
        ),
        "pilot_state": "running",
        "pilot_text": T(
            fi="<p>Haapavedellä kokeillaan parhaillaan uutta tapaa toimia yhdessä paikallisten järjestöjen "
            "kanssa. Kokeilun sisällön kertoo kunta itse. Se lisätään tähän.</p>",
            sv="<p>Haapavesi prövar som bäst ett nytt sätt att arbeta tillsammans med lokala "
            "organisationer. Vad försöket innehåller berättar kommunen själv. Det läggs till här.</p>",
            en="<p>Haapavesi is trying out a new way of working together with local associations right now. "
            "The municipality itself will tell what the pilot is about. It will be added here.</p>",
        ),
        "contacts": CONTACTS,
        "body": [
            (
                "rich_text",
                T(
                    fi="<h2>Mikä kehittämiskokeilu on?</h2><p>Kehittämiskokeilu on pieni ja rajattu tapa "
                    "testata, toimiiko uusi ajatus. Sillä on alku ja loppu. Siihen osallistuvat kunta, "
                    "paikalliset järjestöt ja ne ihmiset, joita asia koskee.</p><p>Kokeilu saa myös "
                    "epäonnistua. Silloin on opittu jotakin, eikä siihen mennyt vuosia.</p>",
                    sv="<h2>Vad är ett utvecklingsförsök?</h2><p>Ett utvecklingsförsök är ett litet och "
                    "avgränsat sätt att testa om en ny idé fungerar. Det har en början och ett slut. "
                    "Kommunen, lokala organisationer och de människor det gäller är med.</p><p>Ett försök "
                    "får också misslyckas. Då har vi lärt oss något, och det tog inte flera år.</p>",
                    en="<h2>What is a pilot?</h2><p>A pilot is a small, limited way of testing whether a "
                    "new idea works. It has a beginning and an end. The municipality, local associations "
                    "and the people concerned take part.</p><p>A pilot is allowed to fail. Then something "
                    "has been learned, and it did not take years.</p>",
                ),
            ),
            (
                "accordion",
                {
                    "heading": T(
                        fi="Kysymyksiä kokeilusta",
                        sv="Frågor om försöket",
                        en="Questions about pilots",
                    ),
                    "items": [
                        {
                            "title": T(
                                fi="Kuka voi ehdottaa kokeilua?",
                                sv="Vem kan föreslå ett försök?",
                                en="Who can suggest a pilot?",
                            ),
                            "text": T(
                                fi="<p>Ajatus voi tulla kunnasta, järjestöltä tai asukkaalta. Kokeilu "
                                "valitaan yhteiskehittämällä, ei yhden ihmisen pöydän ääressä.</p>",
                                sv="<p>Idén kan komma från kommunen, en organisation eller en invånare. "
                                "Försöket väljs genom gemensam utveckling, inte vid en enda persons "
                                "skrivbord.</p>",
                                en="<p>The idea can come from the municipality, an association or a "
                                "resident. A pilot is chosen by developing together, not at one person’s "
                                "desk.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Miten kokeilusta opitaan?",
                                sv="Hur lär vi oss av försöket?",
                                en="How do we learn from a pilot?",
                            ),
                            "text": T(
                                fi="<p>Sopikaa jo alussa, mistä huomaatte muutoksen. Pysähtykää kokeilun "
                                "aikana ja kysykää mukana olevilta, mikä toimii ja mikä ei.</p>",
                                sv="<p>Kom redan i början överens om hur ni märker en förändring. Stanna "
                                "upp under försöket och fråga dem som är med vad som fungerar och vad som "
                                "inte gör det.</p>",
                                en="<p>Agree at the beginning how you will notice a change. Stop during the "
                                "pilot and ask those taking part what works and what does not.</p>",
                            ),
                        },
                        {
                            "title": T(
                                fi="Mitä kokeilun jälkeen tapahtuu?",
                                sv="Vad händer efter försöket?",
                                en="What happens after a pilot?",
                            ),
                            "text": T(
                                fi="<p>Kunta ja järjestöt päättävät yhdessä, jatketaanko, muutetaanko vai "
                                "lopetetaanko. Vahvistetut tulokset kerrotaan tällä sivulla.</p>",
                                sv="<p>Kommunen och organisationerna bestämmer tillsammans om man "
                                "fortsätter, ändrar eller slutar. Bekräftade resultat berättar vi om på den "
                                "här sidan.</p>",
                                en="<p>The municipality and the associations decide together whether to go "
                                "on, to change or to stop. Confirmed results are told on this page.</p>",
                            ),
                        },
                    ],
                },
            ),
        ],
    },
    {
        "key": "utajarvi",
        "slug": T(fi="utajarvi", sv="utajarvi", en="utajarvi"),
        "title": T(fi="Utajärvi", sv="Utajärvi", en="Utajärvi"),
        "summary": T(
            fi="Utajärvi on hankkeen kumppanikunta. Lue, miksi selkeät roolit auttavat kuntaa ja järjestöjä "
            "tekemään työtä yhdessä.",
            sv="Utajärvi är en av projektets partnerkommuner. Läs varför tydliga roller hjälper kommunen "
            "och organisationerna att arbeta ihop.",
            en="Utajärvi is one of the project’s partner municipalities. Read why clear roles help "
            "municipalities and associations to work together.",
        ),
        "associations_work": T(
            fi="<p>Utajärvi sopii järjestöjen kanssa, miten yhteistyötä tehdään. Tavat valitaan "
            "työpajoissa, joissa jokainen kertoo, mitä voi tehdä ja mitä ei.</p><p>Selkeämmät roolit ovat "
            "yksi niistä tuloksista, joita koko hanke hakee.</p>",
            sv="<p>Utajärvi kommer överens med organisationerna om hur samarbetet ska gå till. Arbetssätten "
            "väljs i workshoppar, där alla berättar vad de kan göra och vad de inte kan "
            "göra.</p><p>Tydligare roller är ett av de resultat som hela projektet strävar efter.</p>",
            en="<p>Utajärvi agrees with associations how they work together. The ways are chosen in "
            "workshops, where everyone tells what they can do and what they cannot.</p><p>Clearer roles are "
            "one of the results that the whole project is looking for.</p>",
        ),
        "pilot_title": T(
            fi="Kehittämiskokeilu Utajärvellä",
            sv="Utvecklingsförsöket i Utajärvi",
            en="The pilot in Utajärvi",
        ),
        "pilot_state": "running",
        "pilot_text": T(
            fi="<p>Utajärven kehittämiskokeilu on käynnissä. Sitä tekevät kunta ja paikalliset järjestöt. "
            "Kunta kertoo täällä itse, kuka tekee mitäkin.</p>",
            sv="<p>Utvecklingsförsöket i Utajärvi pågår. Det görs av kommunen och lokala organisationer. "
            "Kommunen berättar själv här vem som gör vad.</p>",
            en="<p>The pilot in Utajärvi is running. It is carried out by the municipality and local "
            "associations. The municipality itself will tell here who does what.</p>",
        ),
        "contacts": CONTACTS,
        "body": [
            (
                "rich_text",
                T(
                    fi="<h2>Kuka tekee mitä?</h2><p>Yhteistyö takkuaa harvoin pahan tahdon takia. Useammin "
                    "kukaan ei ole sanonut ääneen, kuka hoitaa minkäkin asian. Siksi rooleista kannattaa "
                    "puhua heti.</p><h3>Kunta</h3><p>Kunta vastaa omista palveluistaan ja päätöksistään. Se "
                    "voi tarjota tiloja, tietoa ja yhteyshenkilön, jolle saa "
                    "soittaa.</p><h3>Järjestö</h3><p>Järjestö tuo mukaan kokemuksen, vertaistuen ja "
                    "vapaaehtoiset. Se päättää itse, mihin sen voimat "
                    "riittävät.</p><h3>Asukas</h3><p>Asukas tuntee oman arkensa. Hän ei ole työn kohde vaan "
                    "yksi sen tekijöistä.</p><h3>Hanke</h3><p>Hanke auttaa kartoittamaan, ohjaa, kehittää "
                    "ja valmentaa. Se ei tee työtä kunnan tai järjestön puolesta.</p>",
                    sv="<h2>Vem gör vad?</h2><p>När samarbetet hakar upp sig beror det sällan på ond vilja. "
                    "Oftare har ingen sagt högt vem som sköter vad. Därför lönar det sig att tala om "
                    "rollerna genast.</p><h3>Kommunen</h3><p>Kommunen ansvarar för sina egna tjänster och "
                    "beslut. Den kan erbjuda lokaler, information och en kontaktperson som man får "
                    "ringa.</p><h3>Organisationen</h3><p>Organisationen bidrar med erfarenhet, kamratstöd "
                    "och frivilliga. Den bestämmer själv vad krafterna räcker "
                    "till.</p><h3>Invånaren</h3><p>Invånaren känner sin egen vardag. Arbetet görs inte för "
                    "invånaren utan med invånaren.</p><h3>Projektet</h3><p>Projektet hjälper till att "
                    "kartlägga, handleder, utvecklar och utbildar. Det gör inte arbetet i stället för "
                    "kommunen eller organisationen.</p>",
                    en="<h2>Who does what?</h2><p>Cooperation seldom gets stuck because of ill will. More "
                    "often nobody has said out loud who takes care of what. So it pays to talk about roles "
                    "right away.</p><h3>The municipality</h3><p>The municipality is responsible for its own "
                    "services and decisions. It can offer rooms, information and a contact person whom one "
                    "may call.</p><h3>The association</h3><p>The association brings experience, peer "
                    "support and volunteers. It decides for itself how far its strength goes.</p><h3>The "
                    "resident</h3><p>Residents know their own everyday lives. The work is not done to them "
                    "but with them.</p><h3>The project</h3><p>The project helps to map, guides, develops "
                    "and trains. It does not do the work instead of the municipality or the association.</p>",
                ),
            ),
            (
                "callout",
                {
                    "kind": "tip",
                    "title": T(
                        fi="Kirjoittakaa se paperille",
                        sv="Skriv ner det",
                        en="Write it down",
                    ),
                    "text": T(
                        fi="<p>Yksi sivu riittää: mitä teemme, kuka tekee, kenelle soitetaan, milloin "
                        "tavataan seuraavan kerran.</p>",
                        sv="<p>En sida räcker: vad vi gör, vem som gör det, vem man ringer och när vi ses "
                        "nästa gång.</p>",
                        en="<p>One page is enough: what we do, who does it, whom to call, when we meet next.</p>",
                    ),
                },
            ),
        ],
    },
    {
        "key": "reisjarvi",
        "slug": T(fi="reisjarvi", sv="reisjarvi", en="reisjarvi"),
        "title": T(fi="Reisjärvi", sv="Reisjärvi", en="Reisjärvi"),
        "summary": T(
            fi="Reisjärvi on hankkeen kumppanikunta. Lue, miten työn vaikutuksia arvioidaan jo silloin, kun "
            "työtä tehdään.",
            sv="Reisjärvi är en av projektets partnerkommuner. Läs hur arbetets effekter utvärderas redan "
            "medan arbetet pågår.",
            en="Reisjärvi is one of the project’s partner municipalities. Read how the effects of the work "
            "are evaluated while it is being done.",
        ),
        "associations_work": T(
            fi="<p>Reisjärvi valitsee järjestöyhteistyön tapansa yhdessä järjestöjen kanssa. Työpajoissa "
            "katsotaan myös, miten yhteisestä työstä opitaan.</p><p>Järjestöt näkevät usein ensimmäisinä, "
            "muuttuuko ihmisten arjessa jokin. Siksi niiden havainnot kuuluvat arviointiin.</p>",
            sv="<p>Reisjärvi väljer sina former för organisationssamarbetet tillsammans med "
            "organisationerna. I workshopparna ser man också på hur man lär sig av det gemensamma "
            "arbetet.</p><p>Organisationerna är ofta de första som ser om något förändras i människors "
            "vardag. Därför hör deras iakttagelser till utvärderingen.</p>",
            en="<p>Reisjärvi chooses its ways of cooperating together with associations. The workshops also "
            "look at how to learn from the shared work.</p><p>Associations are often the first to see "
            "whether something changes in people’s everyday lives. That is why their observations belong in "
            "the evaluation.</p>",
        ),
        "pilot_title": T(
            fi="Kehittämiskokeilu Reisjärvellä",
            sv="Utvecklingsförsöket i Reisjärvi",
            en="The pilot in Reisjärvi",
        ),
        "pilot_state": "running",
        "pilot_text": T(
            fi="<p>Reisjärvellä on meneillään kehittämiskokeilu, jota kunta tekee paikallisten järjestöjen "
            "kanssa. Tuloksia ei ole vielä. Kunta kertoo kokeilusta täällä lisää.</p>",
            sv="<p>I Reisjärvi pågår ett utvecklingsförsök som kommunen gör med lokala organisationer. Det "
            "finns inga resultat ännu. Kommunen berättar mer om försöket här.</p>",
            en="<p>In Reisjärvi a pilot is under way, carried out by the municipality with local "
            "associations. There are no results yet. The municipality will tell more about the pilot "
            "here.</p>",
        ),
        "contacts": CONTACTS,
        "body": [
            (
                "rich_text",
                T(
                    fi="<h2>Miten työtä arvioidaan?</h2><p>Arviointi ei ole vasta lopuksi kirjoitettava "
                    "raportti. Hankkeessa vaikutuksia arvioidaan koko ajan, ja työtä kehitetään sen mukaan, "
                    "mitä huomataan.</p><p>Arviointiin ei tarvita mutkikkaita mittareita. Se voi alkaa "
                    "näin:</p><ol><li>Kirjoittakaa ylös, mitä muutosta toivotte.</li><li>Sopikaa, mistä "
                    "muutoksen voi nähdä tai kuulla.</li><li>Kysykää mukana olevilta säännöllisesti, miten "
                    "menee.</li><li>Muuttakaa suuntaa, jos vastaukset niin kertovat.</li></ol><h2>Keneltä "
                    "kysytään?</h2><p>Ensin niiltä, joiden osallisuudesta on kyse. Heidän kokemuksensa "
                    "ratkaisee, onko työstä hyötyä. Kysymyksen pitää olla lyhyt ja ymmärrettävä, ja vastata "
                    "saa myös puhumalla.</p>",
                    sv="<h2>Hur utvärderas arbetet?</h2><p>En utvärdering är inte bara en rapport som "
                    "skrivs till sist. I projektet utvärderas effekterna hela tiden, och arbetet utvecklas "
                    "utifrån det vi märker.</p><p>Det behövs inga krångliga mätare. Ni kan börja så "
                    "här:</p><ol><li>Skriv ner vilken förändring ni hoppas på.</li><li>Kom överens om hur "
                    "förändringen kan ses eller höras.</li><li>Fråga regelbundet dem som är med hur det "
                    "går.</li><li>Byt riktning om svaren säger det.</li></ol><h2>Vem frågar "
                    "vi?</h2><p>Först dem vars delaktighet det handlar om. Deras upplevelse avgör om "
                    "arbetet är till nytta. Frågan ska vara kort och lätt att förstå, och man får också "
                    "svara muntligt.</p>",
                    en="<h2>How is the work evaluated?</h2><p>An evaluation is not just a report written at "
                    "the end. In the project the effects are evaluated all the time, and the work is "
                    "developed by what is noticed.</p><p>No complicated measures are needed. You can begin "
                    "like this:</p><ol><li>Write down what change you hope for.</li><li>Agree how the "
                    "change can be seen or heard.</li><li>Ask those taking part regularly how it is "
                    "going.</li><li>Change direction if the answers say so.</li></ol><h2>Who is "
                    "asked?</h2><p>First of all those whose inclusion it is about. Their experience decides "
                    "whether the work is of use. The question must be short and easy to understand, and "
                    "answering aloud is fine too.</p>",
                ),
            ),
        ],
    },
    {
        "key": "sievi",
        "slug": T(fi="sievi", sv="sievi", en="sievi"),
        "title": T(fi="Sievi", sv="Sievi", en="Sievi"),
        "summary": T(
            fi="Sievi on hankkeen kumppanikunta. Lue, millaista tukea kunta ja paikalliset järjestöt saavat "
            "hankkeelta.",
            sv="Sievi är en av projektets partnerkommuner. Läs vilket stöd kommunen och de lokala "
            "organisationerna får av projektet.",
            en="Sievi is one of the project’s partner municipalities. Read what support the municipality "
            "and local associations get from the project.",
        ),
        "associations_work": T(
            fi="<p>Sievi valitsee itse, miten se tekee työtä järjestöjen kanssa. Valinta tehdään "
            "yhteiskehittämällä ja työpajoissa.</p><p>Hankkeen toinen tavoite on, että järjestöillä on "
            "kunnassa hyvät edellytykset toimia. Yhteistyö ei onnistu, jos toinen osapuoli tekee sen "
            "viimeisillä voimillaan.</p>",
            sv="<p>Sievi väljer själv hur kommunen samarbetar med organisationer. Valet görs genom gemensam "
            "utveckling och i workshoppar.</p><p>Projektets andra mål är att organisationerna ska ha goda "
            "förutsättningar i kommunen. Samarbetet lyckas inte om den ena parten gör det med sina sista "
            "krafter.</p>",
            en="<p>Sievi itself chooses how it works with associations. The choice is made by developing "
            "together and in workshops.</p><p>The second aim of the project is that associations have good "
            "conditions for their work in the municipality. Cooperation does not succeed if one side does "
            "it with the last of its strength.</p>",
        ),
        "pilot_title": T(
            fi="Kehittämiskokeilu Sievissä",
            sv="Utvecklingsförsöket i Sievi",
            en="The pilot in Sievi",
        ),
        "pilot_state": "running",
        "pilot_text": T(
            fi="<p>Sievin kunta ja paikalliset järjestöt tekevät kehittämiskokeilua, ja se on käynnissä. "
            "Kokeilun kuvaus tulee tälle sivulle kunnalta.</p>",
            sv="<p>Sievi kommun och lokala organisationer gör ett utvecklingsförsök, och det pågår nu. "
            "Beskrivningen av försöket kommer till den här sidan från kommunen.</p>",
            en="<p>The municipality of Sievi and local associations are carrying out a pilot, and it is "
            "running now. The description of the pilot will come to this page from the municipality.</p>",
        ),
        "contacts": CONTACTS,
        "body": [
            (
                "rich_text",
                T(
                    fi="<h2>Miten hanke tukee järjestöjä?</h2><p>Tuki on tarkoitettu sekä kunnalle että "
                    "paikallisille järjestöille. Siihen kuuluu neljä asiaa:</p><ul><li><b>Kartoitus:</b> "
                    "katsotaan yhdessä, mitä on ja mitä puuttuu.</li><li><b>Ohjaus:</b> saa kysyä ja "
                    "ajatella ääneen.</li><li><b>Kehittäminen:</b> kokeillaan uutta tapaa ja korjataan "
                    "sitä.</li><li><b>Valmennus:</b> opitaan uutta ja tavataan muita.</li></ul><h2>Mitä "
                    "järjestö tarvitsee kunnalta?</h2><p>Sen tietää parhaiten järjestö itse, joten kysy "
                    "siltä. Usein pienikin apu kantaa pitkälle: tila, johon kokoontua, yksi tuttu "
                    "yhteyshenkilö ja kutsu, joka tulee ajoissa.</p>",
                    sv="<h2>Hur stöder projektet organisationerna?</h2><p>Stödet är till för både kommunen "
                    "och de lokala organisationerna. Det består av fyra "
                    "saker:</p><ul><li><b>Kartläggning:</b> vi ser tillsammans på vad som finns och vad som "
                    "saknas.</li><li><b>Handledning:</b> man får fråga och tänka "
                    "högt.</li><li><b>Utveckling:</b> vi prövar ett nytt sätt och förbättrar "
                    "det.</li><li><b>Utbildning:</b> man lär sig nytt och träffar andra.</li></ul><h2>Vad "
                    "behöver en organisation av kommunen?</h2><p>Det vet organisationen själv bäst, så "
                    "fråga den. Ofta räcker också lite hjälp långt: ett rum att samlas i, en bekant "
                    "kontaktperson och en inbjudan som kommer i tid.</p>",
                    en="<h2>How does the project support associations?</h2><p>The support is meant for both "
                    "the municipality and local associations. It consists of four "
                    "things:</p><ul><li><b>Mapping:</b> we look together at what there is and what is "
                    "missing.</li><li><b>Guidance:</b> you may ask and think "
                    "aloud.</li><li><b>Development:</b> we try a new way and improve "
                    "it.</li><li><b>Training:</b> you learn something new and meet "
                    "others.</li></ul><h2>What does an association need from the municipality?</h2><p>The "
                    "association itself knows best, so ask. Often a little help goes a long way: a room to "
                    "meet in, one familiar contact person and an invitation that comes in good time.</p>",
                ),
            ),
            (
                "callout",
                {
                    "kind": "note",
                    "title": T(
                        fi="Oletko mukana yhdistyksessä?",
                        sv="Är du med i en förening?",
                        en="Are you active in an association?",
                    ),
                    "text": T(
                        fi="<p>Kysy rohkeasti lisää. Projektikoordinaattorin yhteystiedot ovat tämän sivun "
                        "lopussa.</p>",
                        sv="<p>Fråga gärna mer. Projektkoordinatorns kontaktuppgifter finns i slutet av den "
                        "här sidan.</p>",
                        en="<p>Do ask for more. The project coordinator’s contact details are at the end of "
                        "this page.</p>",
                    ),
                },
            ),
        ],
    },
]
