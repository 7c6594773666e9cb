-- example: store
INSERT INTO authors (name) VALUES (?) RETURNING authors.id
-- 'Alice'
INSERT INTO articles (title, author_id) VALUES (?, ?), (?, ?) RETURNING articles.id
-- 'First Post', 1, 'Second Post', 1
COMMIT

-- example: read
SELECT authors.id, authors.name FROM authors
SELECT articles.id, articles.title, articles.author_id FROM articles WHERE ? = articles.author_id
-- 1

-- example: move
SELECT authors.id, authors.name FROM authors
INSERT INTO authors (name) VALUES (?) RETURNING authors.id
-- 'Bob'
UPDATE articles SET author_id = ? WHERE articles.id = ?
-- 2, 2
COMMIT

-- example: ask
SELECT articles.title FROM articles JOIN authors ON authors.id = articles.author_id WHERE authors.name = ?
-- 'Bob'
SELECT authors.id, authors.name FROM authors WHERE EXISTS (SELECT 1 FROM articles WHERE authors.id = articles.author_id AND articles.title LIKE ? ESCAPE '/')
-- 'First%'
