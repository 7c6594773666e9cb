-- example: orphan
SELECT authors.id, authors.name FROM authors
SELECT drafts.id, drafts.title, drafts.author_id FROM drafts WHERE ? = drafts.author_id
-- 1
DELETE FROM drafts WHERE drafts.id = ?
-- 1
COMMIT
SELECT authors.id, authors.name FROM authors WHERE authors.id = ?
-- 1
SELECT drafts.id, drafts.title, drafts.author_id FROM drafts WHERE ? = drafts.author_id
-- 1

-- example: delete
SELECT authors.id, authors.name FROM authors
SELECT articles.id, articles.title, articles.author_id FROM articles WHERE ? = articles.author_id
-- 1
UPDATE articles SET author_id = ? WHERE articles.id = ?
-- null, 1
DELETE FROM drafts WHERE drafts.id = ?
-- 2
-- 3
DELETE FROM authors WHERE authors.id = ?
-- 1
COMMIT
SELECT count(drafts.id) AS count_1 FROM drafts
SELECT articles.id, articles.title, articles.author_id FROM articles WHERE articles.author_id IS NULL
