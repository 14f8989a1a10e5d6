CREATE TABLE part (
    id INTEGER PRIMARY KEY,
    thing_id INTEGER NOT NULL REFERENCES thing (id),
    name TEXT
);

CREATE INDEX part_thing ON part (thing_id);

CREATE VIEW named_part AS SELECT name FROM part;

CREATE TRIGGER part_name AFTER INSERT ON part WHEN new.name IS NULL
BEGIN
    UPDATE part SET name = CASE WHEN new.id > 9 THEN 'late' ELSE 'early' END WHERE id = new.id;
END;

INSERT INTO thing (name, flag, small, real_number) VALUES ('semi;colon', 1, 1, 1.5);
DELETE FROM thing;
