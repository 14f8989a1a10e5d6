CREATE TABLE thing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name VARCHAR(255) NOT NULL UNIQUE,
    version INTEGER,
    uuid BLOB,
    instant TIMESTAMP,
    offset_time TIMESTAMP,
    local_time TIMESTAMP,
    day DATE,
    flag BOOLEAN NOT NULL,
    small INTEGER NOT NULL,
    real_number REAL NOT NULL,
    price VARCHAR,
    mood VARCHAR(10),
    bytes VARBINARY,
    text CLOB,
    length NUMERIC(21)
);
