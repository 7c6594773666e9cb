-- example: grow
SELECT id FROM FINAL TABLE (INSERT INTO employees (name, manager_id) VALUES (?, ?))
-- 'Cleo', null
SELECT id FROM FINAL TABLE (INSERT INTO employees (name, manager_id) VALUES (?, ?))
-- 'Max', 1
SELECT id FROM FINAL TABLE (INSERT INTO employees (name, manager_id) VALUES (?, ?), (?, ?))
-- 'Will', 2, 'Wilma', 2
COMMIT

-- example: walk
SELECT employees.id, employees.name, employees.manager_id FROM employees WHERE employees.name = ?
-- 'Max'
SELECT employees.id, employees.name, employees.manager_id FROM employees WHERE employees.id = ?
-- 1
SELECT employees.id, employees.name, employees.manager_id FROM employees WHERE ? = employees.manager_id ORDER BY employees.name
-- 2

-- example: alias
SELECT employees.name FROM employees JOIN employees AS boss ON boss.id = employees.manager_id WHERE boss.name = ? ORDER BY employees.name
-- 'Max'
