/** Words for the invented people, streets and operators. No real person, street or firm is meant. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Given names from many of the languages spoken in the county's schools, with their accents. */
export const FORENAMES = words(`
Aaliyah Abdullah Ada Adaeze Adam Aidan Aiko Aisha Alba Albie Alfie Alicja Amara Amelia Amir Amrit Ana Anaïs Andrei
Anika Antoni Archie Aria Arjun Arlo Arthur Asha Astrid Ava Ayaan Ayo Bartosz Beatrix Ben Bethan Bhavik Bronwen
Caleb Callum Camille Carys Casper Cerys Charlie Chiara Chloë Ciara Connor Cristian Daisy Daniel Daria Darcie Dawid
Declan Devon Dilan Dominik Ebony Eddie Eilidh Eleni Elif Elijah Ella Elliot Elsie Emeka Emre Erin Esme Ethan Evie
Ewan Ezra Faith Farah Fatima Felix Femi Finlay Finn Fleur Florence Francesca Frankie Freddie Freya Gabriel
Gareth George Grace Gurpreet Gwen Hana Hannah Harley Harpreet Harry Hassan Hattie Heidi Henry Holly Hugo Ibrahim
Imogen Inés Iona Iris Isaac Isla Ivy Jack Jacob Jade Jakub Jamal Jasmine Jasper Jaya Jayden Jessica Jin Joel
Jonah Joseph José Joshua Julia Kai Kamil Karolina Kavya Keira Kian Kofi Kwame Lacey Laila Layla Léa Leo Leona Lewis
Lexi Liam Lily Logan Lola Louie Lucy Luka Łukasz Luna Mabel Maciej Maisie Maja Malachi Marcus María Martha Mason
Matilda Max Maya Mia Mila Millie Mohammed Molly Muhammad Myla Nadia Nancy Naomi Nathan Nia Niamh Nicolae Nikita
Noah Noémie Nora Olive Oliver Ollie Omar Orla Oscar Otis Owen Patryk Paul Penny Perry Phoebe Piotr Poppy Priya Quinn
Rafael Rahul Raphael Reggie Renée Reuben Rhys Riley Robyn Roman Ronnie Rory Rosa Rowan Ruby Rupert Ryan Sadie Safa
Sam Sana Saoirse Sara Scarlett Seán Sebastian Selin Shanice Shay Siân Sienna Sinéad Skye Sofia Søren Stanley Stefan
Summer Suresh Sunny Tallulah Tariq Tegan Teddy Theo Thomas Tiago Tilly Toby Tomasz Tyler Umar Uzma Valentina Victor
Viktória Violet Wiktoria Willow Wren Xanthe Yasmin Yusuf Zachary Zainab Zara Zoë Zofia Zuri
`);

/** Given names of mothers and other women who care for a child, a generation older. */
export const WOMEN = words(`
Abimbola Agnieszka Alison Amanda Andreea Angela Anita Ayşe Beata Bernadette Bukola Caroline Catherine Claire Danielle
Debbie Elena Emma Farida Fiona Funmi Gemma Grace Hayley Helen Irina Jacqueline Joanna Joanne Karen Kelly Kirsty Laura
Leanne Linda Lisa Magdalena Mandeep Maria Michelle Natalie Nazia Nicola Olena Patricia Rachel Rebecca Rekha Roxana
Samantha Sandra Sarah Shabnam Shirley Siobhán Stacey Sunita Susan Tanya Tracey Urszula Vicky Wendy Yvonne Zanele
`);

/** Given names of fathers and other men who care for a child. */
export const MEN = words(`
Abdul Adrian Alan Andrew Anil Antony Bogdan Brian Carl Christopher Colin Craig Darren David Dean Derek Emeka Florin
Gary Graham Gurdeep Ian Imran Jason John Kamal Keith Kevin Krzysztof Lee Marek Mark Martin Matthew Mehmet Mihai Neil
Nigel Obinna Paul Peter Raj Richard Robert Roger Sanjay Scott Sean Simon Stephen Steven Stuart Tadeusz Terry Tunde
Wayne Zoltán
`);

/** Family names, as varied. */
export const SURNAMES = words(`
Abara Abbott Adeyemi Ahmed Akhtar Allen Alves Anand Andrews Appleby Archer Ashdown Atkins Bailey Baker Balogun
Banerjee Barton Bassett Begum Bell Bennett Berisha Bhatt Bishop Blackwood Boateng Bowden Bradley Brennan Brightwell
Brooks Brown Bryant Burgess Butcher Byrne Campbell Carpenter Carter Chapman Chaudhry Chen Clarke Clifton Cole
Collins Cooper Costa Cox Coyle Cullen Dacosta Davies Dawson Deacon Dhillon Diaz Dimitrov Dixon Djokić Donnelly
Doughty Dragomir D'Souza Dunmore Dunn Eldridge Ellis Etheridge Evans Fagbemi Farooq Fernandes Field Finch Fisher
Fletcher Foster Fowler Fox Francis Freeman French Frost Garcia Gardner Georgiou Ghosh Gibbs Gill Goddard Gomes
González Goodhew Graham Grant Gray Green Griffiths Gurung Hadley Haines Hall Hamilton Hammond Haque Harding Harper
Harris Hart Hassan Hawkes Hayes Henderson Hobbs Holland Hopper Horvath Howard Hughes Hunt Hussain Iqbal Ivanova
Jackson James Jarvis Jenkins Johnson Jones Joshi Kaczmarek Kamara Kapoor Karim Kaur Keane Kelly Kennedy Khan King
Kovács Kowalczyk Kowalski Kumar Lambert Lane Larkin Lawrence Le Lee Lewandowski Lim Lister Lloyd Lopes Lowe Lynch
MacDonald Mahmood Malik Mannering Marsh Martin Mason McCarthy McKay Mensah Miah Miller Mistry Mitchell Moore Moreno
Morgan Morris Müller Murphy Nakamura Nash Ndlovu Newman Nguyễn Nichols Norris Nowak Nwosu O'Brien O'Connor O'Neill
Ojo Okafor Oliver Osborne Osei Owusu Palmer Park Parker Patel Payne Pearce Pereira Perkins Petrov Phillips Popescu
Potter Powell Price Pryce Qureshi Rahman Rai Rana Rasmussen Reed Reeve Reid Reynolds Rhodes Ribeiro Richards Riley
Roberts Robinson Rogers Rose Russell Ryan Sahin Saunders Schmidt Scott Shah Sharma Shaw Sheikh Simmons Singh Skinner
Smith Spence Stanley Stevens Stone Sullivan Sutton Szabó Tanner Taylor Terry Thapa Thomas Thompson Todorova Tóth
Tran Tucker Turner Uddin Usman Varga Vaughan Vella Wade Walker Wallis Walsh Ward Waters Watson Webb Wells West White
Whitcombe Williams Wilson Wójcik Wong Wood Wright Yeung Yıldız Young Zając Zaman Zhang
`);

/** Halves of street names that are meant to be nowhere. */
export const STREET_STARTS = words(`
Bodkin Brindle Buttercross Candlewick Catkin Copperas Cuckoopen Damson Dibber Dovekie Drovers Farthingale Feverfew
Fictional Gannister Gorsehanger Hobnail Hoppole Inkhorn Kestrelgate Larkpit Lavenderhook Limpet Marlpit Meadowsweet
Mizzen Mullein Nuthatch Oastcowl Pargeter Pattens Pennywort Pippin Quillwright Ragstone Rookspinney Saltpan Samphire
Sandling Sarsen Sedgewarbler Shingle Skylarkers Sloe Sparrowgate Tansy Teasel Thistledown Thornback Tilewright
Turnstone Twitten Wattle Wherry Whelk Whinchat Wickerham Withy Woodruff Yarrow
`);

export const STREET_ENDS =
  words(`Avenue Close Close Court Crescent Drive Gardens Lane Lane Rise Road Road Road
Street Street View Walk Way`);

/** First words of invented operators. */
export const OPERATOR_STARTS = words(`
Ambercroft Ashenfold Beultwater Bluegale Bramblecombe Brackenby Cantlow Cherrymead Claywell Copperfield Crowhurstle
Darentine Dawnfleet Downsider Eastry-Vale Elmstoke Fallowmere Fenwarren Fernhollow Foxglade Frithmoor Gaultside
Goldhanger Greenhythe Hazelgrove Headwater Heronfleet Hopgarland Ironmark Juniperdene Kingsferrier Kitewell
Lathemoor Leapingwell Limewharf Marshlight Millrace Mistlecombe Nightjar Oastwind Oldstairs Orchardine Otterham-Quay
Pebblemarsh Pilgrimsway Quarrington Ravensbarrow Redhoper Romneyward Rotherlight Sallowfield Saxonshore Seasalter-Line
Shepwayne Silverbirch Stourwind Swalecliff-Star Tallowfields Teisebridge Thanetine Thornden Tidewell Tollgate-Wren
Underoak Valewright Wantsumer Watchbell Wealdrunner Whitecliffe Willowmarch Windlass Woodnesby Yewcroft
`);

export const OPERATOR_ENDS = [
  'Cars',
  'Cars',
  'Private Hire',
  'Private Hire',
  'Taxis',
  'Travel',
  'Minibuses',
  'Minibus Hire',
  'Community Transport',
  'Mobility',
  'School Transport',
  'Coaches',
] as const;

/** Who cares for a child, and whether they are a woman, a man or either. */
export type CarerSex = 'woman' | 'man' | 'either';
export const RELATIONSHIPS: readonly (readonly [readonly [string, CarerSex], number])[] = [
  [['Mother', 'woman'], 66],
  [['Father', 'man'], 22],
  [['Grandparent', 'either'], 6],
  [['Guardian', 'either'], 4],
  [['Step-parent', 'either'], 2],
];
/** Who cares for a child looked after by a council. */
export const CARERS_LOOKED_AFTER: readonly (readonly [readonly [string, CarerSex], number])[] = [
  [['Foster carer', 'either'], 84],
  [['Residential home', 'either'], 10],
  [['Grandparent', 'either'], 6],
];

/** Languages and formats asked for; '' is English in ordinary print. */
export const LANGUAGES = [
  ['', 86],
  ['Polish', 2],
  ['Romanian', 2],
  ['Nepali', 1.5],
  ['Punjabi', 1.5],
  ['Slovak', 1],
  ['Bengali', 1],
  ['Ukrainian', 1],
  ['British Sign Language', 0.7],
  ['Large print', 1.3],
  ['Easy read', 2],
] as const;
