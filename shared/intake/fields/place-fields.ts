import { field, required } from '../field.ts';

/** What a list of schools may hold: GIAS as published (long), its short extract, or a council's own. */
export const SCHOOL_FIELDS = [
  required('urn', 'URN', 'School URN|Unique reference number|Establishment URN|School code'),
  required(
    'name',
    'Name',
    'EstablishmentName|Establishment name|School name|School|Establishment|Setting',
  ),
  field('town', 'Town', 'Town or city|City|Locality town|School town'),
  field('postcode', 'Postcode', 'School postcode|Post code'),
  field('easting', 'Easting', 'Eastings|X'),
  field('northing', 'Northing', 'Northings|Y'),
  field('lat', 'Latitude', 'Lat'),
  field('lon', 'Longitude', 'Lon|Long|Lng'),
  field(
    'district_code',
    'District code',
    'DistrictAdministrative (code)|lad_code|LAD code|District administrative code|GSSLACode|Local authority district code',
    /^lad\d\dcd$/,
  ),
  field('type_group', 'Type of school', 'Type|Type group|School type|type_group'),
  field('gias_type', 'Type of establishment', 'TypeOfEstablishment (name)|Establishment type'),
  field('gias_phase', 'Phase of education', 'PhaseOfEducation (name)|Phase'),
  field('status', 'Status', 'EstablishmentStatus (name)|Establishment status|Open or closed'),
  field(
    'designation',
    'Need designation',
    'kcc_need_designation|Designation|Needs met|Needs|SEN designation|Needs catered for|SEN provision',
  ),
  field('sen_1', 'SEN 1', 'SEN1 (name)'),
  field('sen_2', 'SEN 2', 'SEN2 (name)'),
  field('sen_3', 'SEN 3', 'SEN3 (name)'),
  field('sen_4', 'SEN 4', 'SEN4 (name)'),
  field('sen_5', 'SEN 5', 'SEN5 (name)'),
  field('sen_6', 'SEN 6', 'SEN6 (name)'),
  field(
    'age_from',
    'Youngest age',
    'StatutoryLowAge|Low age|Age from|Lowest age|Minimum age|Ages from',
  ),
  field('age_to', 'Oldest age', 'StatutoryHighAge|High age|Age to|Highest age|Maximum age|Ages to'),
  field('ages', 'Ages', 'Age range|Ages taken'),
  field(
    'places',
    'Places',
    'SchoolCapacity|Capacity|Commissioned places|Number of places|School capacity|PAN total',
  ),
  field(
    'roll',
    'Roll',
    'NumberOfPupils|Number of pupils|Number on roll|NOR|Pupils|pupils_jan2019',
    /^pupilsjan20\d\d$/,
  ),
  field(
    'day_starts',
    'Day starts',
    'Start time|School start|Start of day|Opens|Start|Arrival time',
  ),
  field(
    'day_ends',
    'Day ends',
    'End time|Finish time|School finish|End of day|Closes|Finish|Home time',
  ),
] as const;

/** Columns of the ONS postcode directory (any release) and of other lists of postcodes with headings. */
export const POSTCODE_FIELDS = [
  required('postcode', 'Postcode', 'pcds|pcd|pcd2|PC|Post code|pcd7|pcd8'),
  field(
    'quality',
    'Positional quality',
    'PQ|Positional_quality_indicator|osgrdind|gridind|Quality',
  ),
  field('easting', 'Easting', 'EA|Eastings|oseast1m|east1m|X', /^(os)?east1m$/),
  field('northing', 'Northing', 'NO|Northings|osnrth1m|north1m|Y', /^(os)?n(o)?rth1m$/),
  field('lat', 'Latitude', 'Lat'),
  field('lon', 'Longitude', 'Long|Lon|Lng'),
  field(
    'district_code',
    'District code',
    'oslaua|laua|DC|Admin_district_code|LAD code|lad_code',
    /^lad\d\dcd$/,
  ),
  field('terminated', 'No longer in use since', 'doterm|Date of termination|Terminated'),
  field('country_code', 'Country code', 'ctry|CY|Country', /^ctry\d\dcd$/),
] as const;

/** Properties of a boundary feature. */
export const BOUNDARY_FIELDS = [
  required('code', 'Code', 'lad_code|LADCD|GSS code|code', /^(lad|ctyua|cty|lauc?a?)\d\dcd$/),
  required('name', 'Name', 'lad_name|LADNM|name', /^(lad|ctyua|cty|lauc?a?)\d\dnm$/),
] as const;
