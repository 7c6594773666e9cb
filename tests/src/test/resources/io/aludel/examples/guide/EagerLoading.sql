-- example: lazy
SELECT authors.id, authors.name FROM authors ORDER BY authors.name
SELECT articles.id, articles.title, articles.author_id FROM articles WHERE ? = articles.author_id
-- 1
SELECT articles.id, articles.title, articles.author_id FROM articles WHERE ? = articles.author_id
-- 2
ROLLBACK

-- example: joined
SELECT authors.id, authors.name, articles_1.id AS id_1, articles_1.title, articles_1.author_id FROM authors LEFT OUTER JOIN articles AS articles_1 ON authors.id = articles_1.author_id ORDER BY authors.name
ROLLBACK

-- example: selectin
SELECT authors.id, authors.name FROM authors ORDER BY authors.name
SELECT articles.id, articles.title, articles.author_id FROM articles WHERE articles.author_id IN (?, ?)
-- 1, 2
ROLLBACK

-- example: peers
SELECT authors.id, authors.name FROM authors ORDER BY authors.name
SELECT articles.id, articles.title, articles.author_id FROM articles WHERE articles.author_id IN (?, ?)
-- 1, 2
ROLLBACK

-- example: raise
SELECT authors.id, authors.name FROM authors ORDER BY authors.name
ROLLBACK
