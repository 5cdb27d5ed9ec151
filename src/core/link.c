/* link.c - where a link leads: paths put together, names compared, anchors of headings. */
#include "hone/link.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "hone/text.h"

/* ---- paths */

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "%20" is a blank; what is no such escape stays. */
static struct str unescape(struct str s, struct arena *a)
{
	char *p = arena_alloc(a, s.n + 1, 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		int high = i + 2 < s.n && s.p[i] == '%' ? hex(s.p[i + 1]) : -1;
		int low = high >= 0 ? hex(s.p[i + 2]) : -1;
		p[n++] = low >= 0 ? (char)(high * 16 + low) : s.p[i];
		i += low >= 0 ? 2 : 0;
	}
	return (struct str){ p, n };
}

static struct str folder_of(struct str path)
{
	while (path.n > 0 && path.p[path.n - 1] != '/')
		path.n--;
	return path;
}

static struct str name_of(struct str path)
{
	return str_slice(path, folder_of(path).n, path.n);
}

/* The next part of a path, up to a '/'. */
static struct str next_part(struct str *rest)
{
	ptrdiff_t slash = str_find(*rest, STR("/"), 0);
	size_t end = slash < 0 ? rest->n : (size_t)slash;
	struct str part = str_slice(*rest, 0, end);
	*rest = str_slice(*rest, slash < 0 ? end : end + 1, rest->n);
	return part;
}

/* `path` seen from `folder`, without "." and "..". False where it leads out of the study. */
static bool join(struct str folder, struct str path, struct arena *a, struct str *out)
{
	char *p = arena_alloc(a, folder.n + path.n + 2, 1);
	struct str part[2] = { folder, path };
	size_t n = 0;
	for (int i = 0; i < 2; i++)
		while (part[i].n > 0) {
			struct str name = next_part(&part[i]);
			if (str_eq(name, STR("..")) && n == 0)
				return false;
			if (str_eq(name, STR("..")))
				n = folder_of((struct str){ p, n - 1 }).n;
			else if (name.n > 0 && !str_eq(name, STR("."))) {
				memcpy(p + n, name.p, name.n);
				n += name.n;
				p[n++] = '/';
			}
		}
	*out = (struct str){ p, n > 0 ? n - 1 : 0 };
	return true;
}

static const struct file_row *find_path(struct str path, const struct file_row *file, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(file[i].path, path))
			return &file[i];
	return NULL;
}

/* The only file of that name, or NULL. */
static const struct file_row *find_name(struct str name, const struct file_row *file, size_t n)
{
	const struct file_row *found = NULL;
	for (size_t i = 0; i < n; i++) {
		if (!str_caseeq(name_of(file[i].path), name))
			continue;
		if (found)
			return NULL;
		found = &file[i];
	}
	return found;
}

/* "mailto:", "ftp:": letters before a colon that comes before any slash. */
static bool has_scheme(struct str s)
{
	size_t i = 0;
	while (i < s.n && ((s.p[i] | 0x20) >= 'a' && (s.p[i] | 0x20) <= 'z'))
		i++;
	return i > 1 && i < s.n && s.p[i] == ':';
}

struct link link_resolve(
	struct str target, struct str from, const struct file_row *file, size_t n, struct arena *a)
{
	struct link to = { .path = target };
	if (str_casestarts(target, STR("https://")) || str_casestarts(target, STR("http://"))) {
		to.kind = LINK_WEB;
		return to;
	}
	ptrdiff_t hash = str_find(target, STR("#"), 0);
	struct str path = str_slice(target, 0, hash < 0 ? target.n : (size_t)hash), near, root;
	to.kind = LINK_FOREIGN;
	if (has_scheme(target))
		return to;
	if (hash >= 0)
		to.anchor = unescape(str_slice(target, (size_t)hash + 1, target.n), a);
	path = unescape(path, a);
	bool rooted = str_starts(path, STR("/"));
	struct str folder = rooted ? STR("") : folder_of(from);
	bool inside = path.n == 0 ? join(STR(""), from, a, &near) : join(folder, path, a, &near);
	if (!inside)
		return to;
	const struct file_row *f = find_path(near, file, n);
	if (!f && join(STR(""), path, a, &root))
		f = find_path(root, file, n);
	if (!f)
		f = find_name(name_of(path), file, n);
	to.kind = f ? LINK_SHEET : LINK_FILE;
	to.path = f ? f->path : near;
	return to;
}

/* ---- names that are alike */

enum { PAIRS = 1 << 10, SHARED_WORD = 2 /* times what its pairs of letters count */ };

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
	       (unsigned char)c >= 0x80;
}

/* The name without its folders and its extension. */
static struct str stem_of(struct str path)
{
	struct str name = name_of(path);
	for (size_t i = name.n; i > 1; i--)
		if (name.p[i - 1] == '.')
			return str_slice(name, 0, i - 1);
	return name;
}

static struct str next_word(struct str *rest)
{
	size_t from = 0, to;
	while (from < rest->n && !is_word(rest->p[from]))
		from++;
	for (to = from; to < rest->n && is_word(rest->p[to]);)
		to++;
	struct str word = str_slice(*rest, from, to);
	*rest = str_slice(*rest, to, rest->n);
	return word;
}

/* Bytes of the words of `a` that are in `b` too. */
static size_t shared_words(struct str a, struct str b)
{
	size_t n = 0;
	for (struct str word; (word = next_word(&a)).n > 0;) {
		struct str rest = b, other;
		while ((other = next_word(&rest)).n > 0)
			if (str_caseeq(word, other)) {
				n += word.n;
				break;
			}
	}
	return n;
}

static unsigned pair_at(struct str s, size_t i)
{
	unsigned char a = (unsigned char)s.p[i], b = (unsigned char)s.p[i + 1];
	if (!is_word((char)a) || !is_word((char)b))
		return 0;
	return (((a | 0x20u) * 31u + (b | 0x20u)) % (PAIRS - 1)) + 1;
}

static size_t shared_pairs(struct str a, struct str b)
{
	unsigned char count[PAIRS] = { 0 };
	size_t n = 0;
	for (size_t i = 0; i + 1 < a.n; i++) {
		unsigned pair = pair_at(a, i);
		if (pair && count[pair] < UINT8_MAX)
			count[pair]++;
	}
	for (size_t i = 0; i + 1 < b.n; i++) {
		unsigned pair = pair_at(b, i);
		if (pair && count[pair] > 0) {
			count[pair]--;
			n++;
		}
	}
	return n;
}

/* 0 where they have nothing in common. */
static double likeness(struct str a, struct str b)
{
	size_t words = shared_words(a, b), pairs = shared_pairs(a, b);
	if (words == 0 && pairs < 3)
		return 0;
	return (double)(SHARED_WORD * 2 * words + 2 * pairs) / (double)(a.n + b.n + 1);
}

int link_nearest(
	struct str path, const struct file_row *file, size_t n, size_t near[static LINK_NEAREST])
{
	double best[LINK_NEAREST] = { 0 };
	int found = 0;
	for (size_t i = 0; i < n; i++) {
		double alike = likeness(stem_of(path), stem_of(file[i].path));
		if (alike > 0 && str_eq(folder_of(path), folder_of(file[i].path)))
			alike += 0.01; /* of those that are as much alike */
		int at = found;
		while (at > 0 && best[at - 1] < alike)
			at--;
		if (alike <= 0 || at == LINK_NEAREST)
			continue;
		found += found < LINK_NEAREST;
		for (int k = found - 1; k > at; k--) {
			best[k] = best[k - 1];
			near[k] = near[k - 1];
		}
		best[at] = alike;
		near[at] = i;
	}
	return found;
}

/* ---- anchors */

static bool stays(uint32_t cp)
{
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_PC: return true;
	default: return cp == '-';
	}
}

struct str link_slug(struct str heading, struct arena *a)
{
	struct buf b = { 0 };
	while (heading.n > 0) {
		uint32_t cp = text_decode(&heading);
		if (cp == ' ')
			buf_addc(&b, '-');
		else if (stays(cp))
			text_encode(&b, (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp));
	}
	struct str slug = arena_str(a, buf_str(&b));
	buf_release(&b);
	return slug;
}

/* "costs-2" names the third heading with the slug "costs". False for what has no such end. */
static bool numbered(struct str anchor, struct str *slug, int *nth)
{
	size_t i = anchor.n;
	int digits = 0;
	while (i > 0 && anchor.p[i - 1] >= '0' && anchor.p[i - 1] <= '9' && digits < 6) {
		i--;
		digits++;
	}
	if (digits == 0 || i < 2 || anchor.p[i - 1] != '-')
		return false;
	*slug = str_slice(anchor, 0, i - 1);
	*nth = 0;
	for (; i < anchor.n; i++)
		*nth = *nth * 10 + (anchor.p[i] - '0');
	return true;
}

static int find_slug(struct str slug, int nth, const struct md_heading *heading, int n)
{
	struct arena a = { 0 };
	int found = -1;
	for (int i = 0; i < n && found < 0; i++)
		if (str_caseeq(link_slug(heading[i].text, &a), slug) && nth-- == 0)
			found = i;
	arena_release(&a);
	return found;
}

int link_heading(struct str anchor, const struct md_heading *heading, int n)
{
	struct str slug;
	int nth;
	for (int i = 0; i < n; i++)
		if (str_caseeq(heading[i].text, anchor))
			return i;
	int found = find_slug(anchor, 0, heading, n);
	if (found < 0 && numbered(anchor, &slug, &nth))
		found = find_slug(slug, nth, heading, n);
	return found;
}

bool link_is_address(struct str target)
{
	bool web =
		str_casestarts(target, STR("https://")) || str_casestarts(target, STR("http://"));
	for (size_t i = 0; i < target.n; i++)
		web = web && (unsigned char)target.p[i] > ' ' && target.p[i] != 0x7F;
	return web;
}
