-- example: link
INSERT INTO courses (name) VALUES (?), (?) RETURNING courses.id
-- 'Math', 'Physics'
INSERT INTO students (name) VALUES (?), (?) RETURNING students.id
-- 'Alice', 'Bob'
INSERT INTO student_course (student_id, course_id) VALUES (?, ?), (?, ?)
-- 1, 1, 1, 2
INSERT INTO student_course (student_id, course_id) VALUES (?, ?)
-- 2, 1
COMMIT

-- example: students
SELECT courses.id, courses.name FROM courses WHERE courses.name = ?
-- 'Math'
SELECT students.id, students.name FROM students, student_course WHERE ? = student_course.course_id AND students.id = student_course.student_id ORDER BY students.name
-- 1

-- example: unlink
SELECT courses.id, courses.name FROM courses WHERE courses.name = ?
-- 'Math'
DELETE FROM student_course WHERE student_course.student_id = ? AND student_course.course_id = ?
-- 1, 1
COMMIT
SELECT students.name FROM students JOIN student_course AS student_course_1 ON students.id = student_course_1.student_id JOIN courses ON courses.id = student_course_1.course_id WHERE courses.name = ?
-- 'Physics'
