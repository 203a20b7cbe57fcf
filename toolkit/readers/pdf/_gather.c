/* What a page of pdfium holds, gathered in a few calls: its characters and how they part into stretches; its objects.
 *
 * It does what _gather_plain.py does, to the last bit; why each step is taken is said there. It knows pdfium by the
 * addresses that it is given, and characters and distances by what `struct setting` says. It keeps nothing, allocates
 * nothing and writes nothing but the arrays of its caller: each has room for `count` characters or objects, and no
 * more than `count` are asked for. A cut holds one character at least, so there are no more cuts than characters.
 */
#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define SHOWN __declspec(dllexport)
#else
#define SHOWN __attribute__((visibility("default")))
#endif

#ifndef SOURCE
#define SOURCE "" /* the SHA-256 of this file, by which a build that is out of date is known */
#endif

enum kind { PRINTED, BLANK, SHAPELESS, SURROGATE, STROKE };
enum { TEXT = 1, PATH = 2, IMAGE = 3, FORM = 5 }; /* types of objects */
enum { CODES = 0x10000, UNMAPPED = 0xFFFD };

typedef int colour_call(void *object, unsigned *red, unsigned *green, unsigned *blue, unsigned *opacity);

struct setting {
    int (*loose_box)(void *text, int index, float *sides);
    int (*unsure)(void *text, int index);
    void *(*of_page)(void *page, int index);
    void *(*of_form)(void *form, unsigned long index);
    int (*type)(void *object);
    int (*matrix)(void *object, float *matrix);
    int (*bounds)(void *object, float *left, float *bottom, float *right, float *top);
    int (*mode)(void *path, int *fill, int *stroke);
    colour_call *fill, *pen;
    const uint8_t *kinds; /* of the first CODES codes; all others are printed */
    double touching, kerned, doubled, stepped, flat, white;
};

struct chars {
    int32_t count;
    const uint32_t *codes;
    const double *lefts, *tops, *rights, *bottoms;
    double x, y; /* the upper left corner of the page */
};

struct cut {
    int32_t start, end, spaced;
};

struct objects {
    int32_t texts, paths, images, forms;
    double *slopes;                   /* of texts, two each: how far they run to the right and up */
    double *path_boxes, *image_boxes; /* four each: left, bottom, right, top */
    void **path, **form;
    uint8_t *stroked; /* of paths: whether their line shows, not their area alone */
};

SHOWN const char *gather_source(void) { return SOURCE; }

static enum kind kind_of(const struct setting *set, uint32_t code)
{
    return code < CODES ? (enum kind)set->kinds[code] : PRINTED;
}

static int is_printed(const struct setting *set, uint32_t code)
{
    enum kind kind = kind_of(set, code);
    return kind == PRINTED || kind == STROKE;
}

static void square(double flat, double *left, double *top, double *right, double *bottom)
{
    double wide = *right - *left, high = *top - *bottom;
    if (0 < high && high < flat * wide) {
        double middle = (*top + *bottom) / 2;
        *top = middle + wide / 2;
        *bottom = middle - wide / 2;
    } else if (0 < wide && wide < flat * high) {
        double middle = (*left + *right) / 2;
        *left = middle - high / 2;
        *right = middle + high / 2;
    }
}

static int one_by_one(const struct setting *set, const struct chars *all)
{
    const double *lefts = all->lefts, *rights = all->rights;
    for (int32_t at = 0; at < all->count; at++) {
        if (kind_of(set, all->codes[at]) == SURROGATE)
            return 1;
        if (at && lefts[at - 1] == lefts[at] && lefts[at - 1] < rights[at - 1] && rights[at - 1] == rights[at])
            return 1;
    }
    return 0;
}

static double gap_before(const struct chars *all, int32_t at)
{
    return (all->lefts[at] - all->x) - (all->rights[at - 1] - all->x);
}

static int steps_on(const struct setting *set, const struct chars *all, int32_t at, double height)
{
    double left = all->lefts[at] - all->x;
    double least = set->doubled * ((all->rights[at] - all->x) - left), other = set->stepped * height;
    if (other > least)
        least = other;
    return left - (all->lefts[at - 1] - all->x) >= least;
}

/* Characters of one height, `start` to `end`, in as many cuts as they need. */
static struct cut *part(const struct setting *set, const struct chars *all, int32_t start, int32_t end, struct cut *cut)
{
    double height = (all->y - all->bottoms[start]) - (all->y - all->tops[start]);
    double most = set->touching * height, least = -set->kerned * height, widest = 0, narrowest = 0;
    for (int32_t at = start + 1; at < end; at++) {
        double gap = gap_before(all, at);
        if (at == start + 1 || gap > widest)
            widest = gap;
        if (at == start + 1 || gap < narrowest)
            narrowest = gap;
    }
    if (end - start > 1 && !(widest <= most && narrowest >= least))
        for (int32_t at = start + 1; at < end; at++) {
            double gap = gap_before(all, at);
            if (gap <= most && (gap >= least || steps_on(set, all, at, height)))
                continue;
            *cut++ = (struct cut){start, at, 0};
            start = at;
        }
    *cut++ = (struct cut){start, end, 0};
    return cut;
}

static int of_one_height(const struct chars *all, int32_t at, int32_t other)
{
    return all->tops[at] == all->tops[other] && all->bottoms[at] == all->bottoms[other];
}

static int32_t cuts_of(const struct setting *set, const struct chars *all, struct cut *cuts)
{
    struct cut *next = cuts;
    int32_t at = 0;
    while (at < all->count) {
        struct cut *first = next;
        int32_t run = at;
        while (at < all->count && is_printed(set, all->codes[at])) {
            int32_t start = at++;
            while (at < all->count && is_printed(set, all->codes[at]) && of_one_height(all, at, at - 1))
                at++;
            next = part(set, all, start, at, next);
        }
        if (at == run)
            at++;
        else
            first->spaced = run && kind_of(set, all->codes[run - 1]) == BLANK &&
                            all->rights[run - 1] - all->x > all->lefts[run - 1] - all->x;
    }
    return (int32_t)(next - cuts);
}

/* All lefts, tops, rights and bottoms of the characters of a text page, which have these codes. Returns how many have a
 * font that does not say what they are; their codes become UNMAPPED.
 */
SHOWN int32_t gather_chars(const struct setting *set, void *text, int32_t count, uint32_t *codes, double *sides)
{
    size_t column = count < 0 ? 0 : (size_t)count;
    double *lefts = sides, *tops = lefts + column, *rights = tops + column, *bottoms = rights + column;
    int32_t unmapped = 0;
    for (int32_t at = 0; at < count; at++) {
        float box[4] = {0, 0, 0, 0};
        set->loose_box(text, at, box);
        lefts[at] = box[0], tops[at] = box[1], rights[at] = box[2], bottoms[at] = box[3];
        if (kind_of(set, codes[at]) == STROKE)
            square(set->flat, lefts + at, tops + at, rights + at, bottoms + at);
        if (set->unsure(text, at)) {
            codes[at] = UNMAPPED;
            unmapped++;
        }
    }
    return unmapped;
}

/* How these characters part into stretches, in a page whose upper left corner is (x, y). Returns how many cuts there
 * are, -1 where characters have to be looked at one by one.
 */
SHOWN int32_t gather_cuts(const struct setting *set, int32_t count, double x, double y, const uint32_t *codes,
                          const double *sides, struct cut *cuts)
{
    size_t column = count < 0 ? 0 : (size_t)count;
    struct chars all = {count, codes, sides, sides + column, sides + 2 * column, sides + 3 * column, x, y};
    return one_by_one(set, &all) ? -1 : cuts_of(set, &all, cuts);
}

static void box_of(const struct setting *set, void *object, double *sides)
{
    float box[4] = {0, 0, 0, 0};
    int told = set->bounds(object, box, box + 1, box + 2, box + 3);
    for (int side = 0; side < 4; side++)
        sides[side] = told ? box[side] : 0;
}

static int shows(const struct setting *set, colour_call *colour_of, void *object)
{
    unsigned red = 0, green = 0, blue = 0, opacity = 0;
    if (!colour_of(object, &red, &green, &blue, &opacity))
        return 1;
    unsigned darkest = red < green ? red : green;
    darkest = darkest < blue ? darkest : blue;
    return opacity > 0 && darkest / 255.0 < set->white;
}

/* Objects of a page or a form, each kind by itself; what does not show is left out. */
SHOWN void gather_objects(const struct setting *set, void *holder, int32_t is_form, int32_t count, struct objects *found)
{
    found->texts = found->paths = found->images = found->forms = 0;
    for (int32_t at = 0; at < count; at++) {
        void *object = is_form ? set->of_form(holder, (unsigned long)at) : set->of_page(holder, at);
        int type = object ? set->type(object) : 0;
        if (type == TEXT) {
            float matrix[6] = {0, 0, 0, 0, 0, 0};
            set->matrix(object, matrix);
            double *slope = found->slopes + 2 * (size_t)found->texts++;
            slope[0] = matrix[0], slope[1] = matrix[1];
        } else if (type == PATH) {
            int fill = 0, stroke = 0;
            set->mode(object, &fill, &stroke);
            stroke = stroke && shows(set, set->pen, object);
            if (!stroke && !(fill && shows(set, set->fill, object)))
                continue;
            box_of(set, object, found->path_boxes + 4 * (size_t)found->paths);
            found->stroked[found->paths] = (uint8_t)stroke;
            found->path[found->paths++] = object;
        } else if (type == IMAGE) {
            box_of(set, object, found->image_boxes + 4 * (size_t)found->images++);
        } else if (type == FORM) {
            found->form[found->forms++] = object;
        }
    }
}
