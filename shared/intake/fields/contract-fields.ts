import { field, required } from '../field.ts';

/** What a contract register may hold, one line a client carried. */
export const CONTRACT_FIELDS = [
  required(
    'contract_ref',
    'Contract',
    'Contract ref|Contract number|Contract no|Contract ID|Contract code|Contract reference|Agreement number|Run ID',
  ),
  field(
    'route_ref',
    'Route',
    'Route ref|Route number|Route no|Route ID|Run|Run number|Route code|Journey|Service number',
  ),
  field(
    'provider',
    'Provider',
    'Operator|Contractor|Supplier|Company|Operator name|Supplier name|Provider name|Transport provider|Firm',
  ),
  field(
    'vehicle_given',
    'Vehicle type',
    'Vehicle|Vehicle class|Type of vehicle|Mode|Vehicle category|Transport type|Vehicle size',
  ),
  field(
    'seats',
    'Seats',
    'Capacity|Passenger seats|Number of seats|Vehicle capacity|Seating capacity|No of seats',
  ),
  field(
    'wheelchairs',
    'Wheelchair spaces',
    'Wheelchairs|WC spaces|Wheelchair places|Wheelchair capacity|No of wheelchair spaces|Chairs',
  ),
  required(
    'price_day',
    'Price per day',
    'Price per day (GBP)|Price a day|Daily price|Daily rate|Day rate|Daily cost|Cost per day|Price|Contract price|Vehicle price per day|Rate per day|Price per day excluding PA|Contract daily rate|Contract daily price',
  ),
  field(
    'days_a_year',
    'Days per year',
    'Days a year|School days|Operating days|Days|Number of days|Contract days|Annual days',
  ),
  field(
    'starts_on',
    'Start date',
    'Contract start|Contract start date|Start|From|Commencement|Commencement date|Starts',
  ),
  field(
    'ends_on',
    'End date',
    'Contract end|Contract end date|End|To|Expiry|Expiry date|Ends|Contract expiry',
  ),
  field('school_urn_given', 'School URN', 'URN|School code|Establishment URN|Destination URN'),
  field(
    'school_given',
    'School',
    'School name|Destination|Establishment|Setting|Destination school|Placement|School or college|Drop off|Drop-off point',
  ),
  field(
    'arrives',
    'Arrives',
    'Arrival|Arrival time|Arrive|School arrival|Arrives at school|Arrival at school|AM arrival',
  ),
  field(
    'departs',
    'Departs',
    'Departure|Departure time|Depart|School departure|Leaves school|PM departure|Collection from school',
  ),
  field(
    'stop_order',
    'Stop order',
    'Stop|Stop no|Stop number|Order|Sequence|Pick-up order|Seq|Pick up sequence',
  ),
  required(
    'client_ref',
    'Client reference',
    'Client ref|Client ID|Client|Pupil ref|Pupil ID|Pupil reference|Passenger ref|Passenger ID|Child ID|Child ref|Student ID|Student ref|Passenger',
  ),
  field('surname', 'Surname', 'Client surname|Pupil surname|Passenger surname|Last name'),
  field('forename', 'Forename', 'Client forename|Pupil forename|Passenger forename|First name'),
  field('date_of_birth', 'Date of birth', 'DOB|Client DOB|Pupil DOB'),
  field('year_group', 'Year group', 'NC Year|NCY|Year'),
  field('need', 'Primary need', 'Need|SEN need|SEN type'),
  field(
    'home_address',
    'Client address',
    'Address|Home address|Pick-up address|Pick up address|Pick up point',
  ),
  field(
    'postcode',
    'Client postcode',
    'Postcode|Home postcode|Pick-up postcode|Pupil postcode|Pick up postcode|Passenger postcode|Pickup postcode',
  ),
  field('easting', 'Easting', 'Home easting|Client easting|Eastings'),
  field('northing', 'Northing', 'Home northing|Client northing|Northings'),
  field('lat', 'Latitude', 'Lat'),
  field('lon', 'Longitude', 'Lon|Long|Lng'),
  field(
    'pick_up',
    'Pick-up time',
    'Pickup time|Pick up|Pick-up|Pickup|Collection time|AM pick-up|Home pick-up time|AM pick up time',
  ),
  field(
    'travels_in_wheelchair',
    'Wheelchair',
    'Wheelchair user|In wheelchair|Travels in wheelchair|Wheelchair passenger',
  ),
  field(
    'sole_occupancy',
    'Sole occupancy',
    'Solo|Single occupancy|Solo transport|Sole use|Solo vehicle',
  ),
  field(
    'assistant',
    'Passenger assistant',
    'PA|Escort|PA required|PA needed|Assistant|Passenger assistant required|Escort required',
  ),
  field(
    'assistant_day',
    'PA price per day',
    'PA price per day (GBP)|PA cost per day|PA daily rate|Escort price per day|Escort cost|Passenger assistant price per day|Assistant price per day|PA rate|PA daily cost|Escort daily rate',
  ),
  field(
    'fuel_share_percent',
    'Fuel share %',
    'Fuel share|Fuel share percent|Fuel percentage|Fuel element %',
  ),
  field(
    'last_indexed_on',
    'Last indexed',
    'Last uplift|Last indexation|Indexed on|Last price review|Last indexed on',
  ),
  field(
    'previous_day',
    'Previous price per day',
    'Previous price|Last year price per day|Price per day last year|Prior year price|Previous daily price|Last year daily rate|Price per day 2024/25',
  ),
  field('confirmed', 'Confirmed', 'Provider confirmed|Confirmed by provider|Accepted by operator'),
  field(
    'left_on',
    'Left on',
    'Client left|Leaving date|Date left|Leaver date|Ceased|Client end date',
  ),
] as const;
