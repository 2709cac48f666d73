-- Countries other than the US whose numbers an organization may use for BusinessCalling.
CREATE TABLE business_calling_country (organization_id VARCHAR(12) NOT NULL REFERENCES organization,
  country VARCHAR(2) NOT NULL, PRIMARY KEY (organization_id, country)) ${clustered};

-- Area codes newer than libphonenumber's data had no country, so that their numbers could not be searched.
UPDATE pool_number SET country = 'US', state = CASE substr(e164, 3, 3)
  WHEN '436' THEN 'OH' WHEN '457' THEN 'LA' WHEN '471' THEN 'MS' WHEN '483' THEN 'AL' WHEN '565' THEN 'GA'
  WHEN '621' THEN 'TX' WHEN '679' THEN 'MI' WHEN '729' THEN 'TN' WHEN '837' THEN 'CA' WHEN '861' THEN 'IL'
  WHEN '924' THEN 'MN' ELSE state END
  WHERE country IS NULL AND substr(e164, 1, 2) = '+1' AND length(e164) = 12 AND substr(e164, 6, 1) NOT IN ('0', '1')
  AND substr(e164, 3, 3) IN ('436', '457', '471', '483', '565', '621', '679', '729', '837', '861', '924');
UPDATE phone_number SET country = 'US', facet = facet || 'US'
  WHERE country IS NULL AND substr(e164, 1, 2) = '+1' AND length(e164) = 12 AND substr(e164, 6, 1) NOT IN ('0', '1')
  AND substr(e164, 3, 3) IN ('436', '457', '471', '483', '565', '621', '679', '729', '837', '861', '924');
