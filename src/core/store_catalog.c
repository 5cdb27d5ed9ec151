/* store_catalog.c - what is stored of files: themselves, their problems, their topics. */
#include "hone/catalog.h"

#include "store_priv.h"

#define FILE_COLUMNS                                                                               \
	"f.id, f.path, f.size, f.mtime_ns, f.hash, f.roles, f.points, f.encoding, f.bad_bytes,"    \
	" f.title, f.headings, f.words"

static struct file_row read_file(struct sql *q, struct arena *a)
{
	return (struct file_row){
		.id = sql_int(q, 0),
		.path = arena_str(a, sql_str(q, 1)),
		.size = sql_int(q, 2),
		.mtime_ns = sql_int(q, 3),
		.hash = (uint64_t)sql_int(q, 4),
		.roles = (unsigned)sql_int(q, 5),
		.points = sql_small(q, 6),
		.encoding = (enum encoding)sql_small(q, 7),
		.bad_bytes = sql_int(q, 8),
		.title = arena_str(a, sql_str(q, 9)),
		.headings = sql_small(q, 10),
		.words = sql_small(q, 11),
	};
}

bool catalog_files(struct store *s, unsigned any_role, struct file_row **row, size_t *n,
	struct arena *a, struct err *e)
{
	static const char text[] = "SELECT " FILE_COLUMNS " FROM file f"
				   " WHERE ?1 = 0 OR (f.roles & ?1) <> 0 ORDER BY f.path";
	struct file_row *list = NULL;
	size_t used = 0, cap = 0;
	struct sql q;
	if (!sql_start(&q, s, STMT_FILES, text, e))
		return false;
	sql_bind_int(&q, any_role);
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		list = arena_room(a, list, used, &cap, sizeof *list);
		list[used++] = read_file(&q, a);
	}
	if (step == SQL_FAILED)
		return false;
	*row = list;
	*n = used;
	return true;
}

static bool one_file(
	struct sql *q, struct file_row *row, bool *found, struct arena *a, struct err *e)
{
	if (!sql_one(q, found, e))
		return false;
	if (*found) {
		*row = read_file(q, a);
		sql_end(q);
	}
	return true;
}

bool catalog_file(struct store *s, struct str path, struct file_row *row, bool *found,
	struct arena *a, struct err *e)
{
	static const char text[] = "SELECT " FILE_COLUMNS " FROM file f WHERE f.path = ?";
	struct sql q;
	if (!sql_start(&q, s, STMT_FILE, text, e))
		return false;
	sql_bind_str(&q, path);
	return one_file(&q, row, found, a, e);
}

bool catalog_newest_file(struct store *s, unsigned roles, struct file_row *row, bool *found,
	struct arena *a, struct err *e)
{
	static const char text[] = "SELECT " FILE_COLUMNS " FROM file f WHERE f.roles = ?"
				   " ORDER BY f.mtime_ns DESC, f.path LIMIT 1";
	struct sql q;
	if (!sql_start(&q, s, STMT_ONCE, text, e))
		return false;
	sql_bind_int(&q, roles);
	return one_file(&q, row, found, a, e);
}

bool catalog_put_file(struct store *s, struct file_row *row, struct err *e)
{
	static const char text[] =
		"INSERT INTO file(path, size, mtime_ns, hash, roles, points, encoding, bad_bytes,"
		" title, headings, words) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
		" ON CONFLICT(path) DO UPDATE SET size = excluded.size,"
		" mtime_ns = excluded.mtime_ns, hash = excluded.hash, roles = excluded.roles,"
		" points = excluded.points, encoding = excluded.encoding,"
		" bad_bytes = excluded.bad_bytes, title = excluded.title,"
		" headings = excluded.headings, words = excluded.words RETURNING id";
	struct sql q;
	s->deck_of = 0;
	if (!sql_start(&q, s, STMT_PUT_FILE, text, e))
		return false;
	sql_bind_str(&q, row->path);
	sql_bind_int(&q, row->size);
	sql_bind_int(&q, row->mtime_ns);
	sql_bind_int(&q, (int64_t)row->hash);
	sql_bind_int(&q, row->roles);
	sql_bind_int(&q, row->points);
	sql_bind_int(&q, row->encoding);
	sql_bind_int(&q, row->bad_bytes);
	sql_bind_str(&q, row->title);
	sql_bind_int(&q, row->headings);
	sql_bind_int(&q, row->words);
	return sql_one_int(&q, &row->id, e);
}

static bool run_on(struct store *s, enum stmt id, const char *text, int64_t value, struct err *e)
{
	struct sql q;
	if (!sql_start(&q, s, id, text, e))
		return false;
	sql_bind_int(&q, value);
	return sql_run(&q, e);
}

static bool drop_problems(struct store *s, int64_t file, struct err *e)
{
	return run_on(s, STMT_DROP_PROBLEMS, "DELETE FROM problem WHERE file = ?", file, e);
}

static bool drop_topics(struct store *s, int64_t file, struct err *e)
{
	return run_on(s, STMT_DROP_TOPICS, "DELETE FROM topic WHERE file = ?", file, e);
}

bool catalog_drop_file(struct store *s, int64_t file, struct err *e)
{
	static const char absent[] =
		"UPDATE memory SET present = 0 WHERE card IN (SELECT c.id FROM place p"
		" CROSS JOIN card c ON c.no = p.no WHERE p.deck IN (?1, -?1))";
	static const char cards[] = "DELETE FROM card WHERE no IN"
				    " (SELECT no FROM place WHERE deck IN (?1, -?1))";
	static const char gone[] =
		"UPDATE dropped SET (texts, last) = (SELECT texts + count(*),"
		" max(last, ifnull(max(no), 0)) FROM place WHERE deck IN (?1, -?1))";
	static const char places[] = "DELETE FROM place WHERE deck IN (?1, -?1)";
	s->deck_of = 0;
	return drop_problems(s, file, e) && drop_topics(s, file, e) &&
	       run_on(s, STMT_ONCE, absent, file, e) && run_on(s, STMT_ONCE, gone, file, e) &&
	       run_on(s, STMT_ONCE, cards, file, e) && run_on(s, STMT_ONCE, places, file, e) &&
	       run_on(s, STMT_ONCE, "DELETE FROM file WHERE id = ?", file, e);
}

bool catalog_put_problems(
	struct store *s, int64_t file, const struct problem *p, size_t n, struct err *e)
{
	static const char text[] = "INSERT INTO problem(file, line, text) VALUES(?, ?, ?)";
	if (!drop_problems(s, file, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct sql q;
		if (!sql_start(&q, s, STMT_PUT_PROBLEM, text, e))
			return false;
		sql_bind_int(&q, file);
		sql_bind_int(&q, p[i].line);
		sql_bind_str(&q, p[i].text);
		if (!sql_run(&q, e))
			return false;
	}
	return true;
}

bool catalog_count_problems(struct store *s, int *n, struct err *e)
{
	struct sql q;
	int64_t count = 0;
	if (!sql_start(&q, s, STMT_COUNT_PROBLEMS, "SELECT count(*) FROM problem", e) ||
		!sql_one_int(&q, &count, e))
		return false;
	*n = count > INT_MAX ? INT_MAX : (int)count;
	return true;
}

bool catalog_problems(
	struct store *s, struct problem_row **row, size_t *n, struct arena *a, struct err *e)
{
	static const char text[] = "SELECT f.path, p.line, p.text FROM problem p"
				   " JOIN file f ON f.id = p.file ORDER BY f.path, p.line, p.rowid";
	struct problem_row *list = NULL;
	size_t used = 0, cap = 0;
	struct sql q;
	if (!sql_start(&q, s, STMT_PROBLEMS, text, e))
		return false;
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		list = arena_room(a, list, used, &cap, sizeof *list);
		list[used++] = (struct problem_row){ arena_str(a, sql_str(&q, 0)),
			{ sql_small(&q, 1), arena_str(a, sql_str(&q, 2)) } };
	}
	if (step == SQL_FAILED)
		return false;
	*row = list;
	*n = used;
	return true;
}

static bool put_topic(struct store *s, int64_t file, const struct topics *t, int i, struct err *e)
{
	static const char text[] =
		"INSERT OR IGNORE INTO topic(id, file, area, area_number, position, number, name,"
		" notes, line, priority, mark, level, since)"
		" VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
	const struct topic *topic = &t->topic[i];
	struct topic_state state;
	struct sql q;
	if (!store_topic_state(s, (int64_t)topic->id, &state, e) ||
		!sql_start(&q, s, STMT_PUT_TOPIC, text, e))
		return false;
	sql_bind_int(&q, (int64_t)topic->id);
	sql_bind_int(&q, file);
	sql_bind_str(&q, topic->area);
	sql_bind_str(&q, t->area[topic->iarea].number);
	sql_bind_int(&q, i);
	sql_bind_str(&q, topic->number);
	sql_bind_str(&q, topic->name);
	sql_bind_str(&q, topic->notes);
	sql_bind_int(&q, topic->line);
	sql_bind_int(&q, topic->priority);
	sql_bind_int(&q, topic->level);
	sql_bind_int(&q, state.level);
	sql_bind_day(&q, state.since);
	return sql_run(&q, e);
}

bool catalog_put_topics(struct store *s, int64_t file, const struct topics *t, struct err *e)
{
	if (!drop_topics(s, file, e))
		return false;
	for (int i = 0; i < t->ntopic; i++)
		if (!put_topic(s, file, t, i, e))
			return false;
	return true;
}

#define TOPIC_COLUMNS                                                                              \
	"t.id, t.file, f.path, t.area, t.area_number, t.number, t.name, t.notes, t.line,"          \
	" t.position, t.mark, t.level, t.since, t.priority"

static struct topic_row read_topic(struct sql *q, struct arena *a)
{
	struct topic_row row = {
		.id = sql_int(q, 0),
		.file = sql_int(q, 1),
		.path = arena_str(a, sql_str(q, 2)),
		.area = arena_str(a, sql_str(q, 3)),
		.area_number = arena_str(a, sql_str(q, 4)),
		.number = arena_str(a, sql_str(q, 5)),
		.name = arena_str(a, sql_str(q, 6)),
		.notes = arena_str(a, sql_str(q, 7)),
		.line = sql_small(q, 8),
		.position = sql_small(q, 9),
		.mark = (enum level)sql_small(q, 10),
		.level = (enum level)sql_small(q, 11),
		.since = sql_day(q, 12),
		.priority = (enum priority)sql_small(q, 13),
	};
	if (row.since == DAY_NONE)
		row.level = row.mark;
	return row;
}

bool catalog_topics(
	struct store *s, struct topic_row **row, size_t *n, struct arena *a, struct err *e)
{
	static const char text[] = "SELECT " TOPIC_COLUMNS " FROM topic t"
				   " JOIN file f ON f.id = t.file ORDER BY f.path, t.position";
	struct topic_row *list = NULL;
	size_t used = 0, cap = 0;
	struct sql q;
	if (!sql_start(&q, s, STMT_TOPICS, text, e))
		return false;
	enum sql_step step;
	while ((step = sql_next(&q, e)) == SQL_ROW) {
		list = arena_room(a, list, used, &cap, sizeof *list);
		list[used++] = read_topic(&q, a);
	}
	if (step == SQL_FAILED)
		return false;
	*row = list;
	*n = used;
	return true;
}

bool catalog_topic(
	struct store *s, int64_t id, struct topic_row *row, struct arena *a, struct err *e)
{
	static const char text[] = "SELECT " TOPIC_COLUMNS " FROM topic t"
				   " JOIN file f ON f.id = t.file WHERE t.id = ?";
	struct sql q;
	bool any;
	if (!sql_start(&q, s, STMT_TOPIC, text, e))
		return false;
	sql_bind_int(&q, id);
	if (!sql_one(&q, &any, e))
		return false;
	if (!any)
		return err_set(e, ERR_MISSING, "there is no such topic");
	*row = read_topic(&q, a);
	sql_end(&q);
	return true;
}

bool catalog_move_topic(struct store *s, int64_t from, int64_t to, struct err *e)
{
	static const char text[] = "UPDATE OR IGNORE topic SET id = ?2 WHERE id = ?1";
	struct topic_state state;
	struct sql q;
	if (!sql_start(&q, s, STMT_MOVE_TOPIC, text, e))
		return false;
	sql_bind_int(&q, from);
	sql_bind_int(&q, to);
	return sql_run(&q, e) && store_topic_state(s, to, &state, e) &&
	       store_put_topic_state(s, to, state, e);
}
