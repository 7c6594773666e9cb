-- example: both
SELECT persons.id, persons.first, persons.last, persons.born FROM persons WHERE (persons.first || ' ' || persons.last) = ?
-- 'Alice Smith'

-- example: group
SELECT CASE WHEN (? - persons.born < 18) THEN 'minor' WHEN (? - persons.born < 65) THEN 'adult' ELSE 'senior' END AS generation, persons.first || ' ' || persons.last AS full_name FROM persons ORDER BY persons.born
-- 2025, 2025

-- example: expression
SELECT persons.first || ' ' || persons.last AS full_name FROM persons WHERE persons.first ILIKE ? ESCAPE '/'
-- 'al%'

-- example: update
SELECT persons.id FROM persons WHERE (persons.first || ' ' || persons.last) = ?
-- 'Bob Stone'
UPDATE persons SET first = ?, last = ? WHERE (persons.first || ' ' || persons.last) = ?
-- 'Rob', 'Roy', 'Bob Stone'
SELECT count(persons.id) AS count_1 FROM persons WHERE persons.last = ?
-- 'Roy'
