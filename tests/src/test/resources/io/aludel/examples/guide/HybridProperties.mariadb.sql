-- example: both
SELECT persons.id, persons.first, persons.last, persons.born FROM persons WHERE concat(persons.first, ' ', persons.last) = ?
-- 'Alice Smith'

-- example: group
SELECT CASE WHEN (? - persons.born < 18) THEN 'minor' WHEN (? - persons.born < 65) THEN 'adult' ELSE 'senior' END AS generation, concat(persons.first, ' ', persons.last) AS full_name FROM persons ORDER BY persons.born
-- 2025, 2025

-- example: expression
SELECT concat(persons.first, ' ', persons.last) AS full_name FROM persons WHERE lower(persons.first) LIKE lower(?) ESCAPE '/'
-- 'al%'

-- example: update
SELECT persons.id FROM persons WHERE concat(persons.first, ' ', persons.last) = ?
-- 'Bob Stone'
UPDATE persons SET first = ?, last = ? WHERE concat(persons.first, ' ', persons.last) = ?
-- 'Rob', 'Roy', 'Bob Stone'
SELECT count(persons.id) AS count_1 FROM persons WHERE persons.last = ?
-- 'Roy'
