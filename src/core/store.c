/* store.c - the database file: opening, its identity and schema, transactions, settings. */
#include "store_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/statfs.h>
#endif

#include "store_schema.h"

enum { BUSY_MS = 2000 };

#define WORDS_SUFFIX "-words"

/* Values of f_type of statfs(2) where shared memory between programs cannot be relied on. */
static const uint32_t network_file_systems[] = {
	0x6969,     /* NFS */
	0x517b,     /* SMB */
	0xff534d42, /* CIFS */
	0xfe534d42, /* SMB 2 */
	0x01021997, /* 9p */
	0x65735546, /* FUSE: sshfs and the like */
	0x5346414f, /* AFS */
	0x73757245, /* Coda */
	0x00c36400, /* Ceph */
};

void store_random(void *bytes, size_t n)
{
	if (getentropy(bytes, n) != 0)
		bug("no randomness: %s", strerror(errno));
}

static void make_uri(struct buf *uri, const char *path, const char *parameters)
{
	static const char *const plain = "/-._~+,=@ ";
	buf_add(uri, str_of(*path == '/' ? "file://" : "file:"));
	for (const unsigned char *p = (const unsigned char *)path; *p; p++) {
		bool letter = (*p | 32) >= 'a' && (*p | 32) <= 'z';
		bool digit = *p >= '0' && *p <= '9';
		if (letter || digit || *p >= 0x80 || strchr(plain, *p))
			buf_addc(uri, (char)*p);
		else
			buf_addf(uri, "%%%02x", *p);
	}
	buf_add(uri, str_of(parameters));
}

static bool beside(const char *path, const char *suffix)
{
	struct buf name = { 0 };
	buf_addf(&name, "%s%s", path, suffix);
	bool there = access(buf_cstr(&name), F_OK) == 0;
	buf_release(&name);
	return there;
}

/*
 * A database in WAL mode that nobody holds open has no log beside it; reading it by the usual way
 * would put two files there. As nobody writes to it, it can be read as a file that does not change.
 */
static const char *read_parameters(const char *path)
{
	bool open = beside(path, "-wal") || beside(path, "-journal");
	return open ? "?mode=ro" : "?mode=ro&immutable=1";
}

static bool check_file(const char *path, struct err *e)
{
	struct stat st;
	if (stat(path, &st) != 0)
		return err_set(
			e, errno == ENOENT ? ERR_MISSING : ERR_IO, "%s: %s", path, strerror(errno));
	if (S_ISDIR(st.st_mode))
		return err_set(e, ERR_DAMAGED, "%s is a folder, not a database of hone", path);
	if (!S_ISREG(st.st_mode))
		return err_set(e, ERR_DAMAGED, "%s is no file that can hold a database", path);
	return true;
}

static bool cannot_write(const char *path, const char *what, struct err *e)
{
	bool forbidden = errno == EACCES || errno == EROFS || errno == EPERM;
	return err_set(e, forbidden ? ERR_READONLY : ERR_IO, "%s cannot be %s: %s", path, what,
		strerror(errno));
}

/* Made empty first, so that nobody else can read it at any time; SQLite gives its log that mode. */
static bool create_private(const char *path, bool *created, struct err *e)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	*created = fd >= 0;
	if (fd < 0 && errno == EEXIST)
		return true;
	if (fd < 0 || close(fd) != 0)
		return cannot_write(path, "made", e);
	return true;
}

/* SQLite would open it all the same, for reading, and leave its log beside it. */
static bool check_writable(const char *path, struct err *e)
{
	struct buf folder = { 0 };
	const char *slash = strrchr(path, '/');
	buf_add(&folder, slash ? (struct str){ path, (size_t)(slash - path) + 1 } : STR("."));
	bool done = access(path, W_OK) == 0;
	if (!done)
		cannot_write(path, "written", e);
	else if (access(buf_cstr(&folder), W_OK) != 0)
		done = cannot_write(buf_cstr(&folder), "written", e);
	buf_release(&folder);
	return done;
}

static bool on_network(const char *path)
{
#ifdef __linux__
	struct statfs fs;
	if (statfs(path, &fs) != 0)
		return false;
	for (size_t i = 0; i < LENGTH(network_file_systems); i++)
		if (network_file_systems[i] == (uint32_t)fs.f_type)
			return true;
#else
	(void)path;
#endif
	return false;
}

static bool ask(struct store *s, const char *text, int64_t *value, struct err *e)
{
	struct sql q;
	return sql_start(&q, s, STMT_ONCE, text, e) && sql_one_int(&q, value, e);
}

/* *version is -1 for a database without anything in it. */
static bool read_version(struct store *s, int64_t *version, struct err *e)
{
	const char *path = buf_cstr(&s->path);
	int64_t application = 0, user = 0, tables = 1;
	if (!ask(s, "PRAGMA application_id", &application, e) ||
		!ask(s, "PRAGMA user_version", &user, e))
		return false;
	if (application == 0 && user == 0 &&
		!ask(s, "SELECT EXISTS (SELECT 1 FROM sqlite_schema)", &tables, e))
		return false;
	if (application != STORE_APPLICATION_ID && tables)
		return err_set(e, ERR_DAMAGED,
			"%s is a database of another program, not of hone: move it away", path);
	if (user > STORE_SCHEMA)
		return err_set(e, ERR_NEWER,
			"%s was made by a newer hone (schema %" PRId64
			", this one reads %d); update hone",
			path, user, STORE_SCHEMA);
	*version = tables ? user : -1;
	return true;
}

static bool check_readable(struct store *s, struct err *e)
{
	const char *path = buf_cstr(&s->path);
	int64_t version;
	if (!read_version(s, &version, e))
		return false;
	if (version < 0)
		return err_set(e, ERR_DAMAGED, "%s is empty, not a database of hone", path);
	if (version < STORE_SCHEMA)
		return err_set(e, ERR_READONLY,
			"%s was made by an older hone: open its study once where it can be written",
			path);
	return true;
}

/* The tag that this machine's events carry. */
static bool name_machine(struct store *s, struct err *e)
{
	uint32_t half[2] = { 0 };
	char tag[20];
	while ((half[0] & 0xffff) == 0 && half[1] == 0)
		store_random(half, sizeof half);
	snprintf(tag, sizeof tag, "%04" PRIx32 "%08" PRIx32, half[0] & 0xffff, half[1]);
	return store_set(s, "machine", str_of(tag), e);
}

static bool run_steps(struct store *s, int64_t version, struct err *e)
{
	for (int64_t v = version < 0 ? 0 : version; v < STORE_SCHEMA; v++)
		if (!sql_exec(s, store_steps[v], e))
			return false;
	if (version < 0 && !name_machine(s, e))
		return false;
	char text[120];
	snprintf(text, sizeof text, "PRAGMA application_id = %d; PRAGMA user_version = %d",
		STORE_APPLICATION_ID, STORE_SCHEMA);
	return sql_exec(s, text, e);
}

/* Another hone may have done it between the look and the lock, so it is looked at again. */
static bool migrate(struct store *s, struct err *e)
{
	int64_t version;
	if (!store_begin(s, e))
		return false;
	bool done = read_version(s, &version, e) &&
		    (version == STORE_SCHEMA || run_steps(s, version, e)) && store_commit(s, e);
	if (!done)
		store_rollback(s);
	return done;
}

static bool set_journal(struct store *s, bool network, struct err *e)
{
	struct sql q;
	const char *mode = network ? "PRAGMA journal_mode = TRUNCATE" : "PRAGMA journal_mode = WAL";
	return sql_start(&q, s, STMT_ONCE, mode, e) && sql_run(&q, e);
}

/* Options of the connection; none of them reads the file. */
static bool set_options(struct store *s, struct err *e)
{
	sqlite3_busy_timeout(s->db, BUSY_MS);
	sqlite3_extended_result_codes(s->db, 1);
	int done = sqlite3_db_config(s->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) == SQLITE_OK &&
		   sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) == SQLITE_OK &&
		   sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL) == SQLITE_OK;
	if (!done)
		return store_fail(s, e);
	return sql_exec(s, "PRAGMA cell_size_check = 1; PRAGMA temp_store = MEMORY", e);
}

/* An existing file keeps its journal mode, except where its folder came to lie on a network. */
static bool prepare_writing(struct store *s, const char *path, struct err *e)
{
	int64_t version;
	if (!read_version(s, &version, e))
		return false;
	bool network = on_network(path);
	if ((version < 0 || network) && !set_journal(s, network, e))
		return false;
	if (!sql_exec(s, "PRAGMA synchronous = FULL", e))
		return false;
	return version == STORE_SCHEMA || migrate(s, e);
}

static bool open_uri(struct store *s, const char *uri, int flags, struct err *e)
{
	flags |= SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
	if (sqlite3_open_v2(uri, &s->db, flags, NULL) == SQLITE_OK)
		return true;
	if (!s->db)
		return err_set(e, ERR_IO, "%s cannot be opened: out of memory", buf_cstr(&s->path));
	return store_fail(s, e);
}

static bool open_file(
	struct store *s, const char *path, const char *parameters, int flags, struct err *e)
{
	struct buf uri = { 0 };
	make_uri(&uri, path, parameters);
	bool done = open_uri(s, buf_cstr(&uri), flags, e);
	buf_release(&uri);
	return done;
}

static void disconnect(struct store *s)
{
	for (size_t i = 0; i < STMT_COUNT; i++) {
		sqlite3_finalize(s->stmt[i]);
		s->stmt[i] = NULL;
	}
	sqlite3_close(s->db);
	s->db = NULL;
}

static bool open_write(struct store *s, const char *path, struct err *e)
{
	bool created;
	if (!create_private(path, &created, e))
		return false;
	bool done = check_file(path, e) && check_writable(path, e) &&
		    open_file(s, path, "", SQLITE_OPEN_READWRITE, e) && set_options(s, e) &&
		    prepare_writing(s, path, e);
	if (!done && created) {
		disconnect(s);
		unlink(path);
	}
	return done;
}

static bool try_read(struct store *s, const char *path, const char *parameters, struct err *e)
{
	return open_file(s, path, parameters, SQLITE_OPEN_READONLY, e) && set_options(s, e) &&
	       check_readable(s, e);
}

/*
 * A log left by a crash cannot be used where its index cannot be made: the file alone is read then. With a
 * journal beside it the file alone may be half of what was written.
 */
static bool open_read(struct store *s, const char *path, struct err *e)
{
	if (!check_file(path, e))
		return false;
	struct err first = { 0 };
	if (try_read(s, path, read_parameters(path), &first))
		return true;
	bool refused = first.kind == ERR_IO || first.kind == ERR_READONLY;
	if (refused && !beside(path, "-journal")) {
		disconnect(s);
		if (try_read(s, path, "?mode=ro&immutable=1", NULL))
			return true;
	}
	return err_set(e, first.kind, "%s", first.text);
}

static bool open_memory(struct store *s, struct err *e)
{
	return open_uri(s, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, e) &&
	       set_options(s, e) && migrate(s, e);
}

/*
 * hone has one thread and reads no statistics of memory: SQLite need not lock and count. After the first
 * database was opened it refuses to be told again, and stays as it is.
 */
static void set_library(void)
{
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

struct store *store_open(const char *path, enum store_mode mode, struct err *e)
{
	set_library();
	struct store *s = xcalloc(1, sizeof *s);
	s->mode = mode;
	buf_add(&s->path, str_of(mode == STORE_MEMORY ? "the study in memory" : path));
	bool done = mode == STORE_MEMORY ? open_memory(s, e)
		    : mode == STORE_READ ? open_read(s, path, e)
					 : open_write(s, path, e);
	if (done)
		return s;
	disconnect(s);
	buf_release(&s->path);
	buf_release(&s->deck);
	free(s);
	return NULL;
}

/* It can be made again: what a loss of power takes of it is no loss, as long as what is left is whole. */
static bool open_words_file(struct store *w, struct err *e)
{
	const char *path = buf_cstr(&w->path);
	if (w->mode == STORE_READ)
		return check_file(path, e) &&
		       open_file(w, path, read_parameters(path), SQLITE_OPEN_READONLY, e) &&
		       set_options(w, e);
	bool created;
	return create_private(path, &created, e) && check_file(path, e) &&
	       open_file(w, path, "", SQLITE_OPEN_READWRITE, e) && set_options(w, e) &&
	       set_journal(w, on_network(path), e) && sql_exec(w, "PRAGMA synchronous = NORMAL", e);
}

struct store *store_open_words(const struct store *s, enum store_mode mode, struct err *e)
{
	struct store *w = xcalloc(1, sizeof *w);
	w->mode = mode;
	buf_addf(&w->path, "%s" WORDS_SUFFIX, buf_cstr(&s->path));
	bool done =
		mode == STORE_MEMORY
			? open_uri(w, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, e) &&
				  set_options(w, e)
			: open_words_file(w, e);
	if (done)
		return w;
	disconnect(w);
	buf_release(&w->path);
	free(w);
	return NULL;
}

void store_close_words(struct store *s)
{
	if (!s->words)
		return;
	store_rollback(s->words);
	disconnect(s->words);
	buf_release(&s->words->path);
	free(s->words);
	s->words = NULL;
}

bool store_remove_words(struct store *s, struct err *e)
{
	static const char *const suffix[] = { "", "-wal", "-shm", "-journal" };
	bool done = true;
	for (size_t i = 0; i < LENGTH(suffix) && done; i++) {
		struct buf path = { 0 };
		buf_addf(&path, "%s" WORDS_SUFFIX "%s", buf_cstr(&s->path), suffix[i]);
		done = unlink(buf_cstr(&path)) == 0 || errno == ENOENT ||
		       cannot_write(buf_cstr(&path), "removed", e);
		buf_release(&path);
	}
	return done;
}

bool store_close(struct store *s, struct err *e)
{
	if (!s)
		return true;
	store_close_words(s);
	store_rollback(s);
	for (size_t i = 0; i < STMT_COUNT; i++)
		sqlite3_finalize(s->stmt[i]);
	int rc = sqlite3_close(s->db);
	if (rc != SQLITE_OK)
		err_set(e, ERR_IO, "%s: %s", buf_cstr(&s->path), sqlite3_errstr(rc));
	buf_release(&s->path);
	buf_release(&s->deck);
	free(s);
	return rc == SQLITE_OK;
}

/* Nothing was written: what fails here is a lost file, which the next use of it reports. */
static void end_reading(struct store *s)
{
	struct sql q;
	if (s->reading && (!sql_start(&q, s, STMT_COMMIT, "COMMIT", NULL) || !sql_run(&q, NULL)))
		store_rollback(s);
	s->reading = false;
}

void store_hold(struct store *s)
{
	s->hold = true;
}

void store_settle(struct store *s)
{
	end_reading(s);
	s->hold = false;
}

/* Only slower when it fails. */
void store_widen(struct store *s, bool wide)
{
	sqlite3_exec(s->db, wide ? "PRAGMA cache_size = -64000" : "PRAGMA cache_size = -2000", NULL,
		NULL, NULL);
	if (!wide)
		sqlite3_db_release_memory(s->db);
}

/* Where it fails the store goes on as it was: only slower, and another try comes with the next change. */
void store_direct(struct store *s, bool direct)
{
	struct sql q;
	if (s->mode != STORE_WRITE || on_network(buf_cstr(&s->path)))
		return;
	end_reading(s);
	if (!direct)
		(void)!set_journal(s, false, NULL);
	else if (sql_start(&q, s, STMT_ONCE, "PRAGMA journal_mode = DELETE", NULL))
		(void)!sql_run(&q, NULL);
}

bool store_is_blank(struct store *s, bool *blank, struct err *e)
{
	struct sql q;
	int64_t any = 0;
	if (!sql_start(&q, s, STMT_ONCE,
		    "SELECT EXISTS (SELECT 1 FROM event) OR EXISTS (SELECT 1 FROM card)", e) ||
		!sql_one_int(&q, &any, e))
		return false;
	*blank = any == 0;
	return true;
}

uint64_t store_stamp(const struct store *s)
{
	return s->stamp;
}

bool store_begin(struct store *s, struct err *e)
{
	end_reading(s);
	if (!sqlite3_get_autocommit(s->db))
		bug("a transaction inside a transaction");
	/* SQLite would begin one all the same and refuse its first write. */
	if (s->mode == STORE_READ)
		return err_set(e, ERR_READONLY, "%s is open for reading only", buf_cstr(&s->path));
	struct sql q;
	s->next_no = 0;
	s->filling = false;
	return sql_start(&q, s, STMT_BEGIN, "BEGIN IMMEDIATE", e) && sql_run(&q, e);
}

bool store_commit(struct store *s, struct err *e)
{
	struct sql q;
	if (!sql_start(&q, s, STMT_COMMIT, "COMMIT", e) || !sql_run(&q, e)) {
		store_rollback(s);
		return false;
	}
	s->stamp++;
	return true;
}

/* What fails here is a connection that lost its file; the next use of it reports that. */
void store_rollback(struct store *s)
{
	s->reading = false;
	s->deck_of = 0;
	if (!sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}

bool store_version(struct store *s, int64_t *version, struct err *e)
{
	struct sql q;
	end_reading(s);
	if (!sql_start(&q, s, STMT_DATA_VERSION, "PRAGMA data_version", e) ||
		!sql_one_int(&q, version, e))
		return false;
	if (*version != s->version) {
		s->stamp++;
		s->deck_of = 0;
	}
	s->version = *version;
	return true;
}

bool store_setting(struct store *s, const char *name, struct str missing, struct str *value,
	struct arena *a, struct err *e)
{
	static const char text[] = "SELECT value FROM setting WHERE name = ?";
	struct sql q;
	bool row;
	if (!sql_start(&q, s, STMT_SETTING, text, e))
		return false;
	sql_bind_str(&q, str_of(name));
	if (!sql_one(&q, &row, e))
		return false;
	*value = arena_str(a, row ? sql_str(&q, 0) : missing);
	sql_end(&q);
	return true;
}

bool store_set(struct store *s, const char *name, struct str value, struct err *e)
{
	static const char text[] = "INSERT INTO setting(name, value) VALUES(?, ?)"
				   " ON CONFLICT(name) DO UPDATE SET value = excluded.value";
	struct sql q;
	if (!sql_start(&q, s, STMT_SET, text, e))
		return false;
	sql_bind_str(&q, str_of(name));
	sql_bind_str(&q, value);
	return sql_run(&q, e);
}

bool store_machine(struct store *s, uint64_t *machine, struct err *e)
{
	struct arena a = { 0 };
	struct str text;
	bool done = s->machine != 0;
	if (!done && store_setting(s, "machine", STR(""), &text, &a, e)) {
		char *end;
		uint64_t tag = strtoull(text.p, &end, 16);
		done = tag != 0 && *end == '\0';
		s->machine = done ? tag : 0;
		if (!done)
			err_set(e, ERR_DAMAGED,
				"%s is damaged: it does not say which machine it is on",
				buf_cstr(&s->path));
	}
	if (done)
		*machine = s->machine;
	arena_release(&a);
	return done;
}

const char *store_engine(void)
{
	return sqlite3_libversion();
}
