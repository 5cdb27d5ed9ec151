/* store_schema.c - the tables of the store. */
#include "store_schema.h"

/*
 * Why it is as it is, with what schema_2 made of it. An event's time is in its id, so that the log is stored in the order of time
 * and a replay reads it straight through. event_link is small and finds VOID and ALIAS without
 * reading the log. Answers, nearly all of the log, are in no index of subjects: it would cost 33
 * bytes and a page a grade, and only undo and a card's history ask for it, which read the log
 * instead (0.2 s for a million events). memory has rows only for cards that the log knows; its
 * partial indexes are the queue, and the fresh rows of place are the queue of new cards. No index is
 * written by a grade that does not answer a question of the queue, and no card: four pages change, one
 * more by an answer that begins a drill or is the first of a card.
 */
static const char schema_1[] =
	"CREATE TABLE event("
	" id BLOB PRIMARY KEY CHECK(length(id) = 16),"
	" kind INTEGER NOT NULL,"
	" day INTEGER NOT NULL,"
	" subject INTEGER NOT NULL,"
	" value INTEGER NOT NULL,"
	" took INTEGER NOT NULL,"
	" ref BLOB,"
	" text TEXT"
	") STRICT, WITHOUT ROWID;"
	"CREATE INDEX event_subject ON event(subject) WHERE kind <> 1;"
	"CREATE INDEX event_link ON event(kind, ref) WHERE kind IN (8, 9);"
	"CREATE TRIGGER event_update BEFORE UPDATE ON event"
	" BEGIN SELECT RAISE(ABORT, 'the log of events only grows'); END;"
	"CREATE TRIGGER event_delete BEFORE DELETE ON event"
	" BEGIN SELECT RAISE(ABORT, 'the log of events only grows'); END;"

	"CREATE TABLE voided(id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;"
	"CREATE TABLE alias(id INTEGER PRIMARY KEY, card INTEGER NOT NULL) STRICT;"
	"CREATE INDEX alias_card ON alias(card);"

	"CREATE TABLE file("
	" id INTEGER PRIMARY KEY,"
	" path TEXT NOT NULL UNIQUE,"
	" size INTEGER NOT NULL,"
	" mtime_ns INTEGER NOT NULL,"
	" hash INTEGER NOT NULL,"
	" roles INTEGER NOT NULL,"
	" points INTEGER NOT NULL,"
	" encoding INTEGER NOT NULL,"
	" bad_bytes INTEGER NOT NULL,"
	" title TEXT NOT NULL,"
	" headings INTEGER NOT NULL,"
	" words INTEGER NOT NULL"
	") STRICT;"
	"CREATE TABLE problem("
	" file INTEGER NOT NULL REFERENCES file(id),"
	" line INTEGER NOT NULL,"
	" text TEXT NOT NULL"
	") STRICT;"

	"CREATE TABLE card("
	" id INTEGER PRIMARY KEY,"
	" file INTEGER NOT NULL REFERENCES file(id),"
	" line INTEGER NOT NULL,"
	" kind INTEGER NOT NULL,"
	" ordinal INTEGER NOT NULL,"
	" fresh INTEGER NOT NULL,"
	" label TEXT NOT NULL,"
	" front TEXT NOT NULL,"
	" back TEXT NOT NULL,"
	" topic TEXT NOT NULL,"
	" tags TEXT NOT NULL"
	") STRICT;"
	"CREATE INDEX card_file ON card(file, line);"
	"CREATE INDEX card_new ON card(file, line, ordinal) WHERE fresh = 1;"

	"CREATE TABLE memory("
	" card INTEGER PRIMARY KEY,"
	" reps INTEGER NOT NULL,"
	" ease INTEGER NOT NULL,"
	" interval INTEGER NOT NULL,"
	" due INTEGER,"
	" last INTEGER,"
	" lapses INTEGER NOT NULL,"
	" drill INTEGER,"
	" drill_at BLOB,"
	" first INTEGER,"
	" hidden INTEGER NOT NULL,"
	" present INTEGER NOT NULL,"
	" stability REAL,"
	" difficulty REAL"
	") STRICT;"
	"CREATE INDEX memory_due ON memory(due)"
	" WHERE hidden = 0 AND present = 1 AND due IS NOT NULL;"
	"CREATE INDEX memory_drill ON memory(drill, drill_at) WHERE drill IS NOT NULL;"

	"CREATE TABLE topic("
	" id INTEGER PRIMARY KEY,"
	" file INTEGER NOT NULL REFERENCES file(id),"
	" area TEXT NOT NULL,"
	" area_number TEXT NOT NULL,"
	" position INTEGER NOT NULL,"
	" number TEXT NOT NULL,"
	" name TEXT NOT NULL,"
	" notes TEXT NOT NULL,"
	" line INTEGER NOT NULL,"
	" priority INTEGER NOT NULL DEFAULT 0,"
	" mark INTEGER NOT NULL,"
	" level INTEGER NOT NULL,"
	" since INTEGER"
	") STRICT;"

	"CREATE TABLE setting("
	" name TEXT PRIMARY KEY,"
	" value TEXT NOT NULL"
	") STRICT, WITHOUT ROWID;";

/*
 * A card's number is its place in the table: cards come in the order of their decks and fill their
 * pages, where ids, which are hashes, would scatter them, and the index of words (store_words.c, a file of
 * its own) holds small differences of numbers.
 *
 * place is the one order by deck and line: of new cards (fresh = 1) and of the others, so that neither
 * needs an index of its own. That a card's file is there is not declared: SQLite would look for it
 * through all cards when a file goes. shape: kind, 28 bits of ordinal from bit 4, minutes from bit 32 and 48;
 * 0 for most cards, which costs no byte.
 *
 * The files are read again afterwards (setting "reader"), for what was not kept of them before.
 */
static const char schema_2[] =
	"ALTER TABLE card RENAME TO card_1;"
	"DROP INDEX card_file;"
	"DROP INDEX card_new;"
	"CREATE TABLE card("
	" no INTEGER PRIMARY KEY,"
	" id INTEGER NOT NULL,"
	" file INTEGER NOT NULL,"
	" line INTEGER NOT NULL,"
	" shape INTEGER NOT NULL,"
	" label TEXT NOT NULL,"
	" front TEXT NOT NULL,"
	" back TEXT NOT NULL,"
	" topic TEXT NOT NULL,"
	" tags TEXT NOT NULL"
	") STRICT;"
	"CREATE TABLE place("
	" fresh INTEGER NOT NULL,"
	" file INTEGER NOT NULL,"
	" line INTEGER NOT NULL,"
	" shape INTEGER NOT NULL,"
	" no INTEGER NOT NULL,"
	" PRIMARY KEY(fresh, file, line, shape, no)"
	") STRICT, WITHOUT ROWID;"
	"INSERT INTO card(id, file, line, shape, label, front, back, topic, tags)"
	" SELECT id, file, line, kind | (ordinal << 4), label, front, back, topic, tags"
	" FROM card_1 ORDER BY file, line, ordinal;"
	"INSERT INTO place SELECT o.fresh, c.file, c.line, c.shape, c.no"
	" FROM card c CROSS JOIN card_1 o ON o.id = c.id;"
	"DROP TABLE card_1;"
	"CREATE UNIQUE INDEX card_id ON card(id);"

	"ALTER TABLE memory ADD COLUMN flagged INTEGER NOT NULL DEFAULT 0;"
	"ALTER TABLE memory ADD COLUMN buried INTEGER;"
	"CREATE INDEX memory_buried ON memory(buried) WHERE buried IS NOT NULL;"

	"DELETE FROM setting WHERE name = 'reader';";

/*
 * The number of a card is never used again for another text, so that the index of words may pass over
 * what went: how many texts went so far, and the highest number of them. The index itself was in here for
 * a while; as a file of its own it is parsed by those who search, not by every start.
 */
static const char schema_3[] =
	"DROP TABLE IF EXISTS card_text;"
	"DROP TABLE IF EXISTS searched;"
	"CREATE TABLE dropped(texts INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;"
	"INSERT INTO dropped VALUES(0, 0);";

/*
 * What is in no file any more: the last wording of a card that the log knows, and the new card that may be
 * it, if there is one. No sync of the files could give these again. One table: each is parsed by every
 * start.
 */
static const char schema_4[] = "CREATE TABLE gone("
			       " card INTEGER PRIMARY KEY,"
			       " day INTEGER NOT NULL,"
			       " shape INTEGER NOT NULL,"
			       " path TEXT NOT NULL,"
			       " front TEXT NOT NULL,"
			       " back TEXT NOT NULL,"
			       " came INTEGER,"
			       " permille INTEGER"
			       ") STRICT;";

/*
 * Fewer bytes a card. place tells new cards from others by the sign of their deck: file, or -file of one
 * that is not new. card_id holds 24 bits of the id, which one card in many has: the row says which it is
 * (CARD_IS). That an id is there once is not declared any more; hone verify counts.
 */
static const char schema_5[] =
	"ALTER TABLE place RENAME TO place_2;"
	"CREATE TABLE place("
	" deck INTEGER NOT NULL,"
	" line INTEGER NOT NULL,"
	" shape INTEGER NOT NULL,"
	" no INTEGER NOT NULL,"
	" PRIMARY KEY(deck, line, shape, no)"
	") STRICT, WITHOUT ROWID;"
	"INSERT INTO place SELECT iif(fresh, file, -file), line, shape, no FROM place_2"
	" ORDER BY 1, 2, 3, 4;"
	"DROP TABLE place_2;"
	"DROP INDEX card_id;" CARD_INDEX ";";

const char *const store_steps[STORE_SCHEMA] = { schema_1, schema_2, schema_3, schema_4, schema_5 };
