/* cmd_sheets.c - the verbs sheets and read. */
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "hone/files.h"
#include "hone/md.h"
#include "hone/text.h"

/* Lines longer than this tire the eye; a wider terminal does not make the text wider. */
enum { DEFAULT_COLS = 80, COMFORT_COLS = 88 };

int cli_sheets(struct cli *c, struct err *e)
{
	struct file_row *file;
	size_t n;
	if (!catalog_files(c->study->store, CONTENT_SHEET, &file, &n, &c->arena, e))
		return EXIT_FAILED;
	if (c->json)
		json_open(&c->j, '[');
	for (size_t i = 0; i < n; i++) {
		if (c->json) {
			json_open(&c->j, '{');
			json_key_str(&c->j, "file", file[i].path);
			json_key_str(&c->j, "title", file[i].title);
			json_key_int(&c->j, "headings", file[i].headings);
			json_key_int(&c->j, "words", file[i].words);
			json_close(&c->j, '}');
		} else {
			cli_text(c, file[i].path);
			buf_addf(&c->out, "  %d words  ", file[i].words);
			cli_text(c, file[i].title);
			buf_addc(&c->out, '\n');
		}
	}
	if (c->json)
		json_close(&c->j, ']');
	return EXIT_DONE;
}

/* SGR of a style: attributes only for weight, the terminal's own colours for the rest. */
static void style(struct buf *out, unsigned style)
{
	static const char *const kind[] = {
		[MD_HEADING1] = ";1;4",
		[MD_HEADING2] = ";1",
		[MD_HEADING3] = ";1",
		[MD_CODE] = ";36",
		[MD_KEYWORD] = ";35",
		[MD_STRING] = ";32",
		[MD_COMMENT] = ";2;3",
		[MD_NUMBER] = ";33",
		[MD_LINK] = ";4;34",
		[MD_QUOTE] = ";3",
		[MD_MARK] = ";2",
		[MD_HTML] = ";2",
		[MD_NOTE] = ";36",
		[MD_WARNING] = ";33",
		[MD_KEY] = ";1",
	};
	unsigned k = style & MD_KIND;
	buf_addf(out, "\033[0%s%s%s%s%sm", k < LENGTH(kind) && kind[k] ? kind[k] : "",
		style & MD_STRONG ? ";1" : "", style & MD_EMPH ? ";3" : "",
		style & MD_STRIKE ? ";9" : "", style & MD_UNDERLINE ? ";4" : "");
}

static void put_doc(struct buf *out, const struct md_doc *doc, bool color)
{
	for (int i = 0; i < doc->nline; i++) {
		for (int k = 0; k < doc->line[i].nspan; k++) {
			const struct md_span *s = &doc->line[i].span[k];
			if (color)
				style(out, s->style);
			text_sanitize(out, s->text);
		}
		buf_add(out, color && doc->line[i].nspan ? STR("\033[0m\n") : STR("\n"));
	}
}

int cli_width(const struct cli *c)
{
	struct winsize ws;
	if (c->width)
		return c->width;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) != 0 || ws.ws_col == 0)
		return DEFAULT_COLS;
	return ws.ws_col < COMFORT_COLS ? ws.ws_col : COMFORT_COLS;
}

static bool in_color(const struct cli *c)
{
	const char *no = getenv("NO_COLOR");
	if (c->color != CLI_COLOR_AUTO)
		return c->color == CLI_COLOR_ALWAYS;
	return isatty(STDOUT_FILENO) && !(no && *no);
}

/* FILE as a path from here, or else as one of the study. */
static bool find_file(struct cli *c, const char *name, const char **path, struct err *e)
{
	struct stat st;
	*path = name;
	if (stat(*path, &st) == 0 || name[0] == '/')
		return true;
	if (!c->study && !cli_open(c, false, e))
		return false;
	*path = path_join(&c->arena, str_of(c->study->dir), str_of(name));
	return true;
}

/* Of several files each begins with its name in a line over the width. */
static void put_name(struct cli *c, const char *name, bool first, bool color)
{
	int left = cli_width(c) - text_cols(str_of(name)) - 4;
	buf_addf(&c->out, "%s%s── ", first ? "" : "\n", color ? "\033[2m" : "");
	cli_text(c, str_of(name));
	buf_addc(&c->out, ' ');
	for (int i = 0; i < left; i++)
		buf_add(&c->out, STR("─"));
	buf_addf(&c->out, "%s\n\n", color ? "\033[0m" : "");
}

static bool read_one(struct cli *c, int i, struct err *e)
{
	struct buf bytes = { 0 };
	struct file_stat st;
	const char *path;
	bool color = in_color(c);
	if (!find_file(c, c->arg[i], &path, e))
		return false;
	bool ok = files_read(path, &bytes, &st, e);
	struct decoded text = { 0 };
	if (ok)
		text = encoding_decode(buf_str(&bytes), &c->arena);
	if (text.encoding == ENCODING_UTF16)
		ok = err_set(e, ERR_INVALID,
			"%s is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 FILE", path);
	if (ok && c->narg > 1)
		put_name(c, c->arg[i], i == 0, color);
	if (ok) {
		struct md_doc doc = md_layout(text.text, cli_width(c), 0, &c->arena);
		put_doc(&c->out, &doc, color);
	}
	buf_release(&bytes);
	return ok;
}

int cli_read(struct cli *c, struct err *e)
{
	for (int i = 0; i < c->narg; i++)
		if (!read_one(c, i, e))
			return EXIT_FAILED;
	return EXIT_DONE;
}
