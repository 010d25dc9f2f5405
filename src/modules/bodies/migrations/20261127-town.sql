-- Where its letters are written: "Lisle, le 2 mai 2026". The usual place of its meetings may be a room.
alter table bodies add column town text;
