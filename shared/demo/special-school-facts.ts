/**
 * Schools and colleges as facts: URN, name, town, postcode, position of the postcode, district. Source: Department
 * for Education, Get Information About Schools (July 2025) and its predecessors; positions from OS Code-Point
 * Open (October 2025), both under the Open Government Licence v3. Designations: Kent County Council's list
 * of special schools. The last number is pupils (special schools) or pupils with a plan (others) in the
 * school census of January 2019, DfE; for schools opened since, colleges and units it is an estimate [A].
 * Age ranges and the needs of schools without a published designation are assumptions [A] of the
 * demonstration, not facts about the school.
 *
 * A line: urn|name|town|postcode|lat|lon|district|type group|designation|needs key|age from|age to|size
 */
export const SPECIAL_STATE_LINES = `
119026|Broomhill Bank School|Tunbridge Wells|TN3 0TB|51.14455|0.23560|E07000116|special_state|C&I|CI|8|19|223
119032|Valence School|Westerham|TN16 1QN|51.26911|0.09113|E07000111|special_state|PD|PD|4|19|102
119036|Bower Grove School|Maidstone|ME16 8NL|51.26721|0.48853|E07000110|special_state|SEMH with LD|SEMH_LD|4|16|227
119037|St Anthony's School|Margate|CT9 3RA|51.38184|1.40690|E07000114|special_state|SEMH with LD|SEMH_LD|4|16|108
119040|Ifield School|Gravesend|DA12 5JT|51.41841|0.37544|E07000109|special_state|PSCN|PSCN|4|19|237
119041|Foreland Fields School|Ramsgate|CT12 6RH|51.34924|1.41176|E07000114|special_state|PSCN|PSCN|2|19|238
119042|Goldwyn School|Ashford|TN23 3BT|51.15793|0.82370|E07000105|special_state|SEMH|SEMH|11|16|150
119044|The Beacon Folkestone|Folkestone|CT19 5DN|51.09036|1.17308|E07000112|special_state|PSCN|PSCN|3|19|372
119045|Rowhill School|Longfield|DA3 7PW|51.39421|0.31769|E07000107|special_state|SEMH with LD|SEMH_LD|4|16|113
119046|Elms School|Dover|CT17 9PS|51.12454|1.27692|E07000108|special_state|SEMH with LD|SEMH_LD|4|16|144
119050|Nexus Foundation Special School|Tonbridge|TN11 8AA|51.18399|0.24949|E07000115|special_state|PSCN|PSCN|2|19|178
119051|Grange Park School|Sevenoaks|TN15 7RD|51.29977|0.30897|E07000115|special_state|C&I|CI|8|19|109
119052|Abbey Court Foundation Special School|Rochester|ME2 3SP|51.40178|0.47656|E06000035|special_state||PSCN|3|19|166
119055|Five Acre Wood School|Maidstone|ME15 9QF|51.24961|0.53335|E07000110|special_state|PSCN|PSCN|4|19|456
119056|Stone Bay School|Broadstairs|CT10 1EB|51.36653|1.44285|E07000114|special_state|C&I with LD|CI_LD|4|19|57
119058|The Orchard School|Canterbury|CT1 3QQ|51.27088|1.07746|E07000106|special_state|SEMH with LD|SEMH_LD|7|16|96
119059|St Nicholas' School|Canterbury|CT1 3JJ|51.27026|1.07997|E07000106|special_state|PSCN|PSCN|3|19|268
119062|Portal House School|Dover|CT15 6SS|51.15091|1.37761|E07000108|special_state|SEMH|SEMH|11|16|63
131748|The Wyvern School (Buxford)|Ashford|TN23 4ER|51.14586|0.84401|E07000105|special_state|PSCN|PSCN|3|19|281
132148|Oakley School|Tunbridge Wells|TN2 4NE|51.14117|0.30779|E07000116|special_state|PSCN|PSCN|2|19|212
134783|Meadowfield School|Sittingbourne|ME10 4NL|51.33376|0.75565|E07000113|special_state|PSCN|PSCN|4|19|298
134971|Laleham Gap School|Ramsgate|CT12 6FH|51.35034|1.38989|E07000114|special_state|C&I|CI|4|16|200
137883|Leigh Academy Milestone|Longfield|DA3 8JZ|51.37260|0.30492|E07000111|special_state|PSCN|PSCN|2|19|333
140701|Bradfields Academy|Chatham|ME5 0LB|51.35575|0.52694|E06000035|special_state||CI_LD|11|19|303
141005|INSPIRE Free Special School|Chatham|ME5 0LB|51.35575|0.52694|E06000035|special_state||SEMH|11|16|49
142266|Danecourt School|Gillingham|ME8 6AA|51.37123|0.57059|E06000035|special_state||PSCN|4|11|150
142555|Rivermead School|Gillingham|ME7 1UG|51.39262|0.55924|E06000035|special_state||CI|3|19|146
147833|Aspire School|Sittingbourne|ME10 5DA|51.34921|0.71495|E07000113|special_state|ASD/SLCN|CI|4|11|168
147870|Snowfields Academy|Maidstone|ME14 5GA|51.28170|0.55978|E07000110|special_state||CI|11|18|168
150769|Nore Academy|Sheerness|ME12 3AP|51.42481|0.77693|E07000113|special_state|SEMH|SEMH|11|16|120
`;

export const SPECIAL_INDEPENDENT_LINES = `
118993|Helen Allison School|Gravesend|DA13 0EW|51.37562|0.35828|E07000109|special_independent||CI|5|19|81
118995|Ripplevale School|Deal|CT14 8JG|51.19800|1.36366|E07000108|special_independent||CI|4|19|95
119009|Heath Farm School|Ashford|TN27 0AX|51.20889|0.75447|E07000105|special_independent||SEMH|7|18|86
119013|Learning Opportunities Centre Secondary|Deal|CT14 8DW|51.18457|1.37731|E07000108|special_independent||SEMH|9|16|28
119015|ISP School|Swale|ME9 9EA|51.33407|0.80823|E07000113|special_independent||SEMH|8|16|33
119021|Brewood Secondary School|Deal|CT14 9TR|51.22019|1.39256|E07000108|special_independent||SEMH|11|18|30
119027|Caldecott Foundation School|Ashford|TN25 6PW|51.11688|0.95259|E07000105|special_non_maintained||SEMH|5|16|38
119029|Meadows School|Tunbridge Wells|TN4 0RJ|51.16437|0.25425|E07000116|special_non_maintained||SEMH|11|19|71
131422|The Old Priory School|Ramsgate|CT11 9PG|51.32981|1.41210|E07000114|special_independent||SEMH|9|16|29
131611|West Heath School|Sevenoaks|TN13 1SR|51.25485|0.18654|E07000111|special_independent||SEMH|11|19|127
132097|Trinity School and College|Rochester|ME1 1BG|51.38325|0.51028|E06000035|special_independent||CI|6|19|141
133298|The Davenport School|Sandwich|CT13 0NY|51.25747|1.30811|E07000108|special_independent||SEMH|7|16|16
133539|Great Oaks Small School|Ramsgate|CT12 5FH|51.31868|1.34530|E07000114|special_independent||SEMH|7|16|28
134605|The Quest School|Paddock Wood|TN12 6PY|51.19743|0.39516|E07000110|special_independent||CI|11|19|19
135018|Small Haven School|Thanet|CT12 6PT|51.34535|1.39880|E07000114|special_independent||SEMH|5|16|34
135438|Hope View School|Canterbury|CT4 8EG|51.24511|0.97608|E07000105|special_independent||CI|7|18|60
135510|Compass Community School Coastal Park|Folkestone|CT19 5HH|51.08443|1.16775|E07000112|special_independent||SEMH|8|16|27
135576|Blue Skies School|Chatham|ME4 6DQ|51.37472|0.52131|E06000035|special_independent||SEMH|11|16|24
136211|Birtley House Independent School|Sevenoaks|TN15 6AY|51.34756|0.27047|E07000111|special_independent||SEMH|8|16|37
`;
