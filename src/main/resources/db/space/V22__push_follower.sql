-- Notifications begin with what is sent from now on.
INSERT INTO follower (name, position) SELECT 'push', coalesce(max(position), 0) FROM journal;
