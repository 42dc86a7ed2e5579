/**
 * Mainstream schools with many pupils with a plan (taken here as having a specialist resource provision
 * [A]), colleges and alternative provision. Sources and columns as in `special-school-facts.ts`.
 */
export const MAINSTREAM_LINES = `
118897|The Malling School|West Malling|ME19 6DH|51.29033|0.43601|E07000115|secondary|||11|18|120
136107|Brompton Academy|Gillingham|ME7 5HT|51.38265|0.53967|E06000035|secondary|||11|18|95
137687|The Sittingbourne School|Sittingbourne|ME10 4NL|51.33376|0.75565|E07000113|secondary|||11|18|84
150278|Dover Christ Church Academy|Dover|CT16 2EG|51.15039|1.30012|E07000108|secondary|||11|18|64
137119|The Hundred of Hoo Academy|Rochester|ME3 9HH|51.42174|0.55018|E06000035|secondary|||11|18|56
136286|Westlands School|Sittingbourne|ME10 1PF|51.34247|0.71088|E07000113|secondary|||11|18|53
135630|Longfield Academy|Longfield|DA3 7PH|51.39536|0.30961|E07000107|secondary|||11|18|52
136302|The Canterbury Academy|Canterbury|CT2 8QA|51.27863|1.06294|E07000106|secondary|||11|18|50
149893|The Abbey School|Faversham|ME13 8RZ|51.30712|0.88573|E07000113|secondary|||11|18|48
150743|Leigh Academy Hugh Christie|Tonbridge|TN10 4PU|51.21420|0.28232|E07000115|secondary|||11|18|34
118919|St George's Church of England Foundation School|Broadstairs|CT10 2LH|51.36149|1.40779|E07000114|secondary|||11|18|33
148712|The North School|Ashford|TN24 8AL|51.14395|0.88579|E07000105|secondary|||11|18|32
135297|Sir Geoffrey Leigh Academy|Dartford|DA1 1QE|51.43621|0.23560|E07000107|secondary|||11|18|30
150934|EKC Sheppey Secondary|Sheerness|ME12 2BE|51.44019|0.77779|E07000113|secondary|||11|18|30
139697|Hadlow Rural Community School|Hadlow|TN11 0AU|51.22451|0.32961|E07000115|secondary|||11|18|29
136465|Herne Bay High School|Herne Bay|CT6 7NS|51.36169|1.11249|E07000106|secondary|||11|18|28
140874|St Anselm's Catholic School, Canterbury|Canterbury|CT1 3EN|51.26268|1.10001|E07000106|secondary|||11|18|28
145420|Folkestone Academy|Folkestone|CT19 5FP|51.09254|1.16766|E07000112|secondary|||11|18|27
146624|Goodwin Academy|Deal|CT14 9BD|51.21506|1.39328|E07000108|secondary|||11|18|27
118898|The Archbishop's School|Canterbury|CT2 7AP|51.29409|1.07402|E07000106|secondary|||11|18|26
136923|St Augustine Academy|Maidstone|ME16 8AE|51.27138|0.49674|E07000110|secondary|||11|18|26
135290|The Marsh Academy|New Romney|TN28 8BB|50.98799|0.94673|E07000112|secondary|||11|18|25
136197|The John Wallis Church of England Academy|Ashford|TN23 3HG|51.12751|0.85571|E07000105|secondary|||11|18|23
118928|Northfleet Technology College|Gravesend|DA11 8BG|51.43343|0.34242|E07000109|secondary|||11|18|21
137484|Homewood School and Sixth Form Centre|Tenterden|TN30 6LT|51.07674|0.69390|E07000105|secondary|||11|18|21
139075|Meopham School|Gravesend|DA13 0AH|51.36890|0.35972|E07000109|secondary|||11|18|20
139554|Trinity School|Sevenoaks|TN13 3SL|51.28676|0.20761|E07000111|secondary|||11|18|20
136603|Bennett Memorial Diocesan School|Tunbridge Wells|TN4 9SH|51.14268|0.24792|E07000116|secondary|||11|18|19
136205|Wilmington Academy|Wilmington|DA2 7DR|51.42859|0.19214|E07000107|secondary|||11|18|18
140537|St Simon Stock Catholic School|Maidstone|ME16 0JP|51.27311|0.49659|E07000110|secondary|||11|18|18
144015|The Charles Dickens School|Broadstairs|CT10 2RL|51.36095|1.42206|E07000114|secondary|||11|18|18
149319|Aylesford School|Aylesford|ME20 7JU|51.29804|0.46413|E07000115|secondary|||11|18|18
118933|St John's Catholic Comprehensive|Gravesend|DA12 2JW|51.43325|0.38568|E07000109|secondary|||11|18|17
136128|Knole Academy|Sevenoaks|TN13 3LE|51.28727|0.18377|E07000111|secondary|||11|18|17
118459|Whitfield Aspen School|Dover|CT16 3LJ|51.15829|1.29130|E07000108|primary|||4|11|117
143262|Hoo St Werburgh Primary School and the Marlborough|Rochester|ME3 9BS|51.42199|0.55456|E06000035|primary|||4|11|66
144869|Minterne Junior School|Sittingbourne|ME10 1SB|51.33272|0.72239|E07000113|primary|||4|11|40
147104|Cage Green Primary School|Tonbridge|TN10 4PT|51.21256|0.28410|E07000115|primary|||4|11|36
140989|Warren Wood Primary School|Rochester|ME1 2UR|51.36312|0.50487|E06000035|primary|||4|11|35
135130|Joy Lane Primary Foundation School|Whitstable|CT5 4LT|51.35043|1.01709|E07000106|primary|||4|11|33
142393|Twydall Primary School and Nursery|Gillingham|ME8 6JS|51.37211|0.58392|E06000035|primary|||4|11|30
147769|Delce Academy|Rochester|ME1 2NJ|51.37138|0.50353|E06000035|primary|||4|11|30
118711|Langafel Church of England Voluntary Controlled Primary School|Longfield|DA3 7PW|51.39421|0.31769|E07000107|primary|||4|11|28
118534|Bromstone Primary School, Broadstairs|Broadstairs|CT10 2PW|51.35648|1.41595|E07000114|primary|||4|11|26
131020|Hythe Bay CofE Primary School|Hythe|CT21 6HS|51.06839|1.07864|E07000112|primary|||4|11|26
135212|Garlinge Primary School and Nursery|Margate|CT9 5PA|51.37888|1.36301|E07000114|primary|||4|11|25
118867|Wincheap Foundation Primary School|Canterbury|CT1 3SD|51.27056|1.06981|E07000106|primary|||4|11|24
138737|West Malling Church of England Primary School and McGinty Speech and Language Srp|West Malling|ME19 6RL|51.29495|0.40448|E07000115|primary|||4|11|23
145926|Elaine Primary School|Rochester|ME2 2YN|51.39298|0.47619|E06000035|primary|||4|11|23
118438|West Minster Primary School|Sheerness|ME12 1ET|51.43014|0.75416|E07000113|primary|||4|11|21
138182|All Faiths Children's Academy|Rochester|ME2 4UF|51.39782|0.49331|E06000035|primary|||4|11|19
133177|Castle Hill Community Primary School|Folkestone|CT19 6HG|51.08933|1.18469|E07000112|primary|||4|11|18
118285|Slade Primary School and Attached Unit for Children with Hearing Impairment|Tonbridge|TN9 1HR|51.19747|0.27215|E07000115|primary|||4|11|17
143218|Oakfield Primary Academy|Dartford|DA1 2SW|51.43379|0.21186|E07000107|primary|||4|11|17
148519|Fleetdown Primary Academy|Dartford|DA2 6JX|51.43470|0.24666|E07000107|primary|||4|11|17
143219|Temple Hill Primary Academy|Dartford|DA1 5ND|51.45287|0.23004|E07000107|primary|||4|11|16
144135|Riverside Primary School|Gillingham|ME8 8ET|51.36584|0.61983|E06000035|primary|||4|11|16
130952|Kings Hill School Primary and Nursery|West Malling|ME19 4LS|51.27177|0.39808|E07000115|primary|||4|11|15
136344|The Canterbury Primary School|Canterbury|CT2 8PT|51.27738|1.05930|E07000106|primary|||4|11|15
141216|Reculver Church of England Primary School|Herne Bay|CT6 6TA|51.36812|1.17478|E07000106|primary|||4|11|14
134904|Fairview Community Primary School|Gillingham|ME8 0NU|51.34912|0.58699|E06000035|primary|||4|11|13
137836|Wentworth Primary School|Dartford|DA1 3NG|51.44562|0.18973|E07000107|primary|||4|11|13
141881|Finberry Primary School|Ashford|TN25 7GS|51.11857|0.88818|E07000105|primary|||4|11|13
`;

export const COLLEGE_LINES = `
130725|North Kent College|Dartford|DA1 2JT|51.43195|0.20403|E07000107|fe_college|||16|25|120
130726|MidKent College|Gillingham|ME7 1FN|51.39360|0.54153|E06000035|fe_college|||16|25|150
130727|West Kent and Ashford College|Tonbridge|TN9 2PW|51.18673|0.26300|E07000115|fe_college|||16|25|130
130728|EKC Group|Broadstairs|CT10 1PN|51.35416|1.43503|E07000114|fe_college|||16|25|200
130733|Hadlow College|Tonbridge|TN11 0AL|51.22523|0.32891|E07000115|fe_college|||16|25|70
`;

export const ALTERNATIVE_LINES = `
135432|The Rosewood School|West Malling|ME19 5FF|51.30695|0.40436|E07000115|pru_or_ap|||11|16|40
135462|Birchwood|Folkestone|CT19 4FP|51.09013|1.14765|E07000112|pru_or_ap|||11|16|30
135465|Maidstone and Malling Alternative Provision|Maidstone|ME16 8AU|51.27387|0.50607|E07000110|pru_or_ap|||11|16|30
135466|Enterprise Learning Alliance|Margate|CT9 4JA|51.36696|1.38902|E07000114|pru_or_ap|||11|16|40
148144|Estuary Academy|Gravesend|DA12 4DJ|51.42922|0.39276|E07000109|pru_or_ap|||11|16|30
151544|OA Tunbridge Wells|Tunbridge Wells|TN4 0DS|51.15430|0.25883|E07000116|pru_or_ap|||11|16|30
144134|The Rowans|Chatham|ME5 0LB|51.35575|0.52694|E06000035|pru_or_ap|||11|16|20
`;
