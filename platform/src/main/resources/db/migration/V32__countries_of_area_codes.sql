-- Numbers of +1 that were stored before decision 33 and that libphonenumber puts in no country: each gets the country that
-- the server gives such a number now. Migration 27 did so for eleven area codes only.
CREATE TABLE placeless_area_code (area_code VARCHAR(3) PRIMARY KEY);
INSERT INTO placeless_area_code (area_code) VALUES
  ('211'), ('311'), ('411'), ('511'), ('611'), ('711'), ('811'), ('911'), ('456'), ('500'), ('521'), ('522'), ('523'),
  ('524'), ('525'), ('526'), ('527'), ('528'), ('529'), ('532'), ('533'), ('535'), ('538'), ('542'), ('543'), ('544'),
  ('545'), ('546'), ('547'), ('549'), ('550'), ('552'), ('553'), ('554'), ('555'), ('556'), ('558'), ('566'), ('569'),
  ('577'), ('578'), ('588'), ('589'), ('600'), ('622'), ('633'), ('644'), ('655'), ('677'), ('688'), ('700'), ('710'),
  ('800'), ('822'), ('833'), ('844'), ('855'), ('866'), ('877'), ('880'), ('881'), ('882'), ('883'), ('884'), ('885'),
  ('886'), ('887'), ('888'), ('889'), ('900'), ('976');
UPDATE pool_number SET country = CASE substr(e164, 3, 3) WHEN '387' THEN 'CA' ELSE 'US' END
  WHERE country IS NULL AND substr(e164, 1, 2) = '+1' AND length(e164) = 12
  AND substr(e164, 3, 1) NOT IN ('0', '1') AND substr(e164, 4, 1) <> '9' AND substr(e164, 6, 1) NOT IN ('0', '1')
  AND substr(e164, 3, 3) NOT IN (SELECT area_code FROM placeless_area_code);
UPDATE phone_number SET country = CASE substr(e164, 3, 3) WHEN '387' THEN 'CA' ELSE 'US' END,
  facet = facet || CASE substr(e164, 3, 3) WHEN '387' THEN 'CA' ELSE 'US' END
  WHERE country IS NULL AND substr(e164, 1, 2) = '+1' AND length(e164) = 12
  AND substr(e164, 3, 1) NOT IN ('0', '1') AND substr(e164, 4, 1) <> '9' AND substr(e164, 6, 1) NOT IN ('0', '1')
  AND substr(e164, 3, 3) NOT IN (SELECT area_code FROM placeless_area_code);
DROP TABLE placeless_area_code;

-- The states of the area codes for which libphonenumber has none. A state that a file gave stays.
UPDATE pool_number SET state = CASE substr(e164, 3, 3)
  WHEN '436' THEN 'OH' WHEN '457' THEN 'LA' WHEN '471' THEN 'MS' WHEN '483' THEN 'AL' WHEN '565' THEN 'GA'
  WHEN '621' THEN 'TX' WHEN '679' THEN 'MI' WHEN '728' THEN 'FL' WHEN '729' THEN 'TN' WHEN '738' THEN 'CA'
  WHEN '837' THEN 'CA' WHEN '861' THEN 'IL' WHEN '924' THEN 'MN' END
  WHERE state IS NULL AND country = 'US' AND substr(e164, 1, 2) = '+1' AND substr(e164, 3, 3) IN
  ('436', '457', '471', '483', '565', '621', '679', '728', '729', '738', '837', '861', '924');
