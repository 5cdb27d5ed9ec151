/* cmd_sheets.c - the verbs sheets and read. */
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "hone/chosen.h"
#include "hone/files.h"
#include "hone/md.h"
#include "hone/newsheet.h"
#include "hone/print.h"
#include "hone/text.h"

/* Lines longer than this tire the eye; a wider terminal does not make the text wider. */
enum { DEFAULT_COLS = 80, COMFORT_COLS = 88 };

static int list_sheets(struct cli *c, struct err *e)
{
	struct file_row *file;
	size_t n;
	struct str *chosen;
	int nchosen;
	if (!catalog_files(c->study->store, CONTENT_SHEET, &file, &n, &c->arena, e) ||
		!chosen_load(c->study, &chosen, &nchosen, &c->arena, e))
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
			json_key_int(&c->j, "chosen", chosen_place(chosen, nchosen, file[i].path));
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

/* A new one of that title in the folder of most; its path is said, with --dry-run its text. */
static int new_sheet(struct cli *c, struct err *e)
{
	struct planner_sheet sheet;
	struct str *folder;
	int n;
	if (!newsheet_folders(c->study, &folder, &n, &c->arena, e) ||
		!newsheet_edit(c->study, folder[0], str_of(c->arg[1]), &sheet, &c->arena, e) ||
		(!c->dry_run && !planner_sheet(c->study, &sheet, e)))
		return EXIT_FAILED;
	cli_text(c, sheet.path);
	buf_addc(&c->out, '\n');
	if (c->dry_run)
		cli_text(c, sheet.text);
	return EXIT_DONE;
}

/* Those that are named and no others are then the chosen ones, in this order. */
static int choose_sheets(struct cli *c, struct err *e)
{
	int n = c->narg - 1;
	struct str *path = arena_alloc(&c->arena, (size_t)n + 1, sizeof *path);
	for (int i = 0; i < n; i++) {
		struct file_row f;
		bool found;
		path[i] = str_of(c->arg[i + 1]);
		if (!catalog_file(c->study->store, path[i], &f, &found, &c->arena, e))
			return EXIT_FAILED;
		if (!found || !(f.roles & CONTENT_SHEET)) {
			err_set(e, ERR_MISSING,
				"%s: not a sheet of this study; `hone sheets` lists them",
				c->arg[i + 1]);
			return EXIT_FAILED;
		}
	}
	return chosen_set(c->study, path, n, e) ? EXIT_DONE : EXIT_FAILED;
}

int cli_sheets(struct cli *c, struct err *e)
{
	struct str what = str_of(c->narg > 0 ? c->arg[0] : "");
	if (c->narg == 0)
		return list_sheets(c, e);
	if (str_eq(what, STR("new")) && c->narg == 2)
		return new_sheet(c, e);
	if (str_eq(what, STR("choose")))
		return choose_sheets(c, e);
	err_set(e, ERR_INVALID,
		"usage: hone sheets, hone sheets new TITLE [--dry-run], hone sheets choose "
		"[FILE...]");
	return EXIT_USAGE;
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

static void put_colored(struct buf *out, const struct md_doc *doc)
{
	for (int i = 0; i < doc->nline; i++) {
		for (int k = 0; k < doc->line[i].nspan; k++) {
			const struct md_span *s = &doc->line[i].span[k];
			style(out, s->style);
			text_sanitize(out, s->text);
		}
		buf_add(out, doc->line[i].nspan ? STR("\033[0m\n") : STR("\n"));
	}
}

/* A line is sanitized at once: most parts of it are short. */
static void put_plain(struct buf *out, const struct md_doc *doc)
{
	struct buf line = { 0 };
	for (int i = 0; i < doc->nline; i++) {
		buf_clear(&line);
		for (int k = 0; k < doc->line[i].nspan; k++)
			buf_add(&line, doc->line[i].span[k].text);
		buf_addc(&line, '\n');
		text_sanitize(out, buf_str(&line));
	}
	buf_release(&line);
}

static void in_ascii(struct md_doc *doc, struct arena *a)
{
	for (int i = 0; i < doc->nline; i++)
		for (int k = 0; k < doc->line[i].nspan; k++)
			doc->line[i].span[k].text = cli_signs(doc->line[i].span[k].text, a);
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

static bool read_one(struct cli *c, const char *name, struct print_sheet *out, struct err *e)
{
	struct buf bytes = { 0 };
	struct file_stat st;
	const char *path;
	if (!find_file(c, name, &path, e))
		return false;
	bool ok = files_read(path, &bytes, &st, e);
	struct decoded text = { 0 };
	if (ok)
		text = encoding_decode(arena_str(&c->arena, buf_str(&bytes)), &c->arena);
	if (text.encoding == ENCODING_UTF16)
		ok = err_set(e, ERR_INVALID,
			"%s is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 FILE", path);
	*out = (struct print_sheet){ str_of(name), text.text };
	buf_release(&bytes);
	return ok;
}

/* Those that are named, else those that were chosen on the screen. */
static bool read_all(struct cli *c, struct print_sheet **sheet, int *n, struct err *e)
{
	struct str *chosen = NULL;
	*n = c->narg;
	if (c->narg == 0 &&
		(!cli_open(c, true, e) || !chosen_load(c->study, &chosen, n, &c->arena, e)))
		return false;
	if (*n == 0)
		return err_set(e, ERR_MISSING,
			"no sheet is named, and none is chosen on the screen (m in the list of "
			"sheets)");
	*sheet = arena_alloc(&c->arena, (size_t)*n, sizeof **sheet);
	for (int i = 0; i < *n; i++) {
		const char *name =
			chosen ? path_join(&c->arena, str_of(c->study->dir), chosen[i]) : c->arg[i];
		if (!read_one(c, name, &(*sheet)[i], e))
			return false;
		if (chosen)
			(*sheet)[i].name = chosen[i];
	}
	return true;
}

static bool write_out(struct cli *c, const struct print_sheet *sheet, int n, struct err *e)
{
	struct buf out = { 0 };
	int cols = c->width ? c->width : PRINT_COLS;
	print_sheets(sheet, n, cols, print_form_of(str_of(c->output)), &out);
	bool ok = print_write(c->output, buf_str(&out), false, e);
	buf_release(&out);
	return ok;
}

static void show(struct cli *c, const struct print_sheet *sheet, bool several, bool first)
{
	bool color = in_color(c);
	if (several) {
		buf_addf(&c->out, "%s%s", first ? "" : "\n", color ? "\033[2m" : "");
		print_name(&c->out, sheet->name, cli_width(c));
		buf_add(&c->out, color ? STR("\033[0m") : STR(""));
	}
	md_ascii(cli_ascii(c));
	struct md_doc doc = md_layout(sheet->text, cli_width(c), 0, &c->arena);
	if (cli_ascii(c))
		in_ascii(&doc, &c->arena);
	if (color)
		put_colored(&c->out, &doc);
	else
		put_plain(&c->out, &doc);
}

int cli_read(struct cli *c, struct err *e)
{
	struct print_sheet *sheet = NULL;
	int n = 0;
	if (!read_all(c, &sheet, &n, e))
		return EXIT_FAILED;
	if (c->output)
		return write_out(c, sheet, n, e) ? EXIT_DONE : EXIT_FAILED;
	for (int i = 0; i < n; i++)
		show(c, &sheet[i], n > 1, i == 0);
	return EXIT_DONE;
}
