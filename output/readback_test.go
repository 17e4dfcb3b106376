package output

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"assemble/output/pdfobj"
)

// failer is what a test of testing and one of rapid have in common.
type failer interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// reader reads a finished file back, sharing nothing with the writers but the
// object model.
type reader struct {
	t     failer
	file  *pdfobj.File
	pages []pdfobj.PageRef
	fonts map[pdfobj.Ref]*readFont
}

func read(t failer, data []byte) *reader {
	t.Helper()
	file, err := pdfobj.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	r := &reader{t: t, file: file, fonts: map[pdfobj.Ref]*readFont{}}
	if r.pages, err = file.Pages(); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *reader) dict(o pdfobj.Object) *pdfobj.Dict {
	d, _ := r.file.Resolve(o).(*pdfobj.Dict)
	return d
}

func (r *reader) array(o pdfobj.Object) pdfobj.Array {
	a, _ := r.file.Resolve(o).(pdfobj.Array)
	return a
}

func (r *reader) stream(o pdfobj.Object) []byte {
	r.t.Helper()
	s, ok := r.file.Resolve(o).(*pdfobj.Stream)
	if !ok {
		r.t.Fatalf("%v is no stream", o)
	}
	data, err := r.file.Decode(s)
	if err != nil {
		r.t.Fatal(err)
	}
	return data
}

func number(o pdfobj.Object) float64 {
	switch v := o.(type) {
	case int64:
		return float64(v)
	case pdfobj.Real:
		return float64(v)
	}
	return math.NaN()
}

// readFont is a font as a viewer has it.
type readFont struct {
	name   string
	texts  map[uint16]string
	widths map[uint16]float64
	usual  float64
}

var bfchar = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>`)

func (r *reader) font(o pdfobj.Object) *readFont {
	r.t.Helper()
	ref, _ := o.(pdfobj.Ref)
	if f := r.fonts[ref]; f != nil {
		return f
	}
	d := r.dict(o)
	f := &readFont{texts: map[uint16]string{}, widths: map[uint16]float64{}}
	f.name = string(d.Get("BaseFont").(pdfobj.Name))
	_, blocks, _ := bytes.Cut(r.stream(d.Get("ToUnicode")), []byte("endcodespacerange"))
	for _, m := range bfchar.FindAllSubmatch(blocks, -1) {
		code, _ := strconv.ParseUint(string(m[1]), 16, 16)
		var units []uint16
		for i := 0; i+4 <= len(m[2]); i += 4 {
			u, _ := strconv.ParseUint(string(m[2][i:i+4]), 16, 16)
			units = append(units, uint16(u))
		}
		f.texts[uint16(code)] = string(utf16.Decode(units))
	}
	cid := r.dict(r.array(d.Get("DescendantFonts"))[0])
	f.usual = number(cid.Get("DW"))
	w := r.array(cid.Get("W"))
	for i := 0; i < len(w); {
		from := int(w[i].(int64))
		if list, ok := w[i+1].(pdfobj.Array); ok {
			for j, v := range list {
				f.widths[uint16(from+j)] = number(v)
			}
			i += 2
			continue
		}
		for c := from; c <= int(w[i+1].(int64)); c++ {
			f.widths[uint16(c)] = number(w[i+2])
		}
		i += 3
	}
	r.fonts[ref] = f
	return f
}

// shown is something that a page shows.
type shown struct {
	kind       string // "glyph", "rect", "path", "picture"
	x, y, w, h float64
	size       float64
	font, text string
	color      [3]float64
	mcid       int    // −1 for an artifact
	artifact   string // its properties
	lang       string
	starts     bool // a glyph that begins a text object
}

// replay runs the contents of a page as a viewer does.
type replay struct {
	*reader
	page      int
	resources *pdfobj.Dict
	out       []shown
	marks     []shown // open marked content, as what it gives to items in it
	font      *readFont
	now       shown // graphics state
	rise      float64
	lineX     float64
	path      []shown
	depth     int
	fresh     bool
	actual    []string
}

func (r *reader) replay(page int) []shown {
	r.t.Helper()
	d := r.pages[page].Dict
	p := &replay{reader: r, page: page, resources: r.dict(d.Get("Resources"))}
	p.now.mcid = -2
	content := r.stream(d.Get("Contents"))
	if err := pdfobj.Ops(content, p.op); err != nil {
		r.t.Fatalf("page %d: %v", page+1, err)
	}
	if len(p.marks) != 0 || p.depth != 0 {
		r.t.Errorf("page %d ends with %d marks and %d states open", page+1, len(p.marks), p.depth)
	}
	return p.out
}

func (p *replay) op(op string, args []pdfobj.Object) error {
	n := func(i int) float64 { return number(args[i]) }
	switch op {
	case "BDC":
		p.begin(args)
	case "EMC":
		if len(p.marks) == 0 {
			return fmt.Errorf("EMC without BDC")
		}
		m := p.marks[len(p.marks)-1]
		p.marks = p.marks[:len(p.marks)-1]
		p.now.mcid, p.now.artifact, p.now.lang = m.mcid, m.artifact, m.lang
	case "q":
		p.depth++
	case "Q":
		p.depth--
	case "rg":
		p.now.color = [3]float64{n(0), n(1), n(2)}
	case "Tf":
		p.font = p.reader.font(p.dict(p.resources.Get("Font")).Get(args[0].(pdfobj.Name)))
		p.now.size = n(1)
	case "BT":
		p.lineX, p.now.x, p.now.y, p.fresh = 0, 0, 0, true
	case "Td":
		p.lineX += n(0)
		p.now.x, p.now.y = p.lineX, p.now.y+n(1)
	case "Ts":
		p.rise = n(0)
	case "TJ":
		p.show(args[0].(pdfobj.Array))
	case "re":
		p.path = append(p.path, shown{kind: "rect", x: n(0), y: n(1), w: n(2), h: n(3)})
	case "m":
		p.path = append(p.path, shown{kind: "path", x: n(0), y: n(1)})
	case "f", "S", "s":
		p.paint()
	case "cm":
		p.now.w, p.now.h, p.lineX, p.now.y = n(0), n(3), n(4), n(5)
	case "Do":
		if p.dict(p.resources.Get("XObject")).Get(args[0].(pdfobj.Name)) == nil {
			return fmt.Errorf("picture %v is not among the resources", args[0])
		}
		s := p.now
		s.kind, s.x = "picture", p.lineX
		p.emit(s)
	case "J", "j", "w", "RG", "l", "c", "ET", "G", "g": // fpdf begins each page with J, j, w, G and g
	default:
		return fmt.Errorf("operator %s is not one of ours", op)
	}
	return nil
}

func (p *replay) begin(args []pdfobj.Object) {
	p.marks = append(p.marks, p.now)
	props, _ := args[1].(*pdfobj.Dict)
	switch args[0].(pdfobj.Name) {
	case "Artifact":
		if p.now.mcid != -2 {
			p.t.Errorf("page %d: an artifact inside other content", p.page+1)
		}
		p.now.mcid = -1
		sub, _ := props.Get("Subtype").(pdfobj.Name)
		p.now.artifact = string(props.Get("Type").(pdfobj.Name)) + string(sub)
	case "Span":
		if id := props.Get("MCID"); id == nil {
			if l, ok := props.Get("Lang").(pdfobj.String); ok {
				p.now.lang = l.Text()
			}
			if a, ok := props.Get("ActualText").(pdfobj.String); ok {
				p.actual = append(p.actual, a.Text())
			}
			return
		}
		fallthrough
	default:
		if p.now.mcid != -2 {
			p.t.Errorf("page %d: marks nest", p.page+1)
		}
		p.now.mcid = int(props.Get("MCID").(int64))
	}
}

func (p *replay) emit(s shown) {
	if s.mcid == -2 {
		p.t.Errorf("page %d: something is drawn that is neither tagged nor an artifact", p.page+1)
	}
	p.out = append(p.out, s)
}

func (p *replay) paint() {
	for _, s := range p.path {
		s.color, s.mcid, s.artifact = p.now.color, p.now.mcid, p.now.artifact
		p.emit(s)
	}
	p.path = nil
}

func (p *replay) show(array pdfobj.Array) {
	for _, o := range array {
		codes, ok := o.(pdfobj.String)
		if !ok {
			p.now.x -= number(o) / 1000 * p.now.size
			continue
		}
		for ; len(codes) >= 2; codes = codes[2:] {
			code := uint16(codes[0])<<8 | uint16(codes[1])
			text, ok := p.font.texts[code]
			if !ok {
				p.t.Errorf("page %d: code %d of %s has no text", p.page+1, code, p.font.name)
			}
			w, ok := p.font.widths[code]
			if !ok {
				w = p.font.usual
			}
			s := p.now
			s.kind, s.text, s.y, s.w, s.font, s.starts = "glyph", text, p.now.y+p.rise, w/1000*p.now.size, p.font.name, p.fresh
			p.fresh = false
			p.emit(s)
			p.now.x += s.w
		}
	}
}

// tags prints the structure tree as dump.Tags prints that of a book.
func (r *reader) tags() string {
	marks := make([][]string, len(r.pages))
	byRef := map[pdfobj.Ref]int{}
	for n := range r.pages {
		byRef[r.pages[n].Ref] = n
		drawn := map[int]int{}
		for _, s := range r.replay(n) {
			for s.mcid >= len(marks[n]) {
				marks[n] = append(marks[n], "")
			}
			if s.mcid >= 0 {
				marks[n][s.mcid] += s.text
				drawn[s.mcid]++
			}
		}
	}
	var out strings.Builder
	root := r.dict(r.file.Catalog().Get("StructTreeRoot"))
	w := tagWalk{reader: r, out: &out, marks: marks, pages: byRef}
	w.element(root.Get("K"), root, 0)
	return out.String()
}

type tagWalk struct {
	*reader
	out   *strings.Builder
	marks [][]string
	pages map[pdfobj.Ref]int
}

func (w *tagWalk) element(o pdfobj.Object, parent *pdfobj.Dict, depth int) {
	d := w.dict(o)
	if w.dict(d.Get("P")) != parent {
		w.t.Errorf("%v: its parent is not the element that lists it", o)
	}
	indent := strings.Repeat("  ", depth)
	fmt.Fprintf(w.out, "%s%s", indent, d.Get("S"))
	w.attributes(d)
	w.out.WriteByte('\n')
	kids := pdfobj.Array{d.Get("K")}
	if list, ok := w.file.Resolve(d.Get("K")).(pdfobj.Array); ok {
		kids = list
	}
	for _, k := range kids {
		switch v := k.(type) {
		case nil:
		case int64:
			w.mark(indent, w.pages[d.Get("Pg").(pdfobj.Ref)], int(v), o)
		case pdfobj.Ref:
			w.element(v, d, depth+1)
		case *pdfobj.Dict:
			page := w.pages[v.Get("Pg").(pdfobj.Ref)]
			if v.Get("Type") == pdfobj.Name("MCR") {
				w.mark(indent, page, int(v.Get("MCID").(int64)), o)
			} else {
				w.link(indent, page, v.Get("Obj"), o)
			}
		}
	}
}

// mark prints the text of a mark, and looks whether the parent tree leads from
// it back to its element.
func (w *tagWalk) mark(indent string, page, mcid int, elem pdfobj.Object) {
	fmt.Fprintf(w.out, "%s  %q\n", indent, strings.ReplaceAll(w.marks[page][mcid], "\u00AD", ""))
	list := w.array(w.parentOf(w.pages2(page).Get("StructParents")))
	if mcid >= len(list) || list[mcid] != elem {
		w.t.Errorf("page %d: the parent tree has not element %v for mark %d", page+1, elem, mcid)
	}
}

func (w *tagWalk) pages2(n int) *pdfobj.Dict { return w.reader.pages[n].Dict }

func (w *tagWalk) link(indent string, page int, annot, elem pdfobj.Object) {
	d := w.dict(annot)
	to := "#"
	if s, ok := d.Get("Dest").(pdfobj.String); ok {
		to += string(s)
		if w.lookup(w.dict(w.dict(w.file.Catalog().Get("Names")).Get("Dests")), "Names", s) == nil {
			w.t.Errorf("the link to %s leads nowhere", s)
		}
	} else {
		to = string(w.dict(d.Get("A")).Get("URI").(pdfobj.String))
	}
	fmt.Fprintf(w.out, "%s  -> %s\n", indent, to)
	if w.parentOf(d.Get("StructParent")) != elem {
		w.t.Errorf("the parent tree does not lead from the link %s to its element", to)
	}
	found := false
	for _, a := range w.array(w.pages2(page).Get("Annots")) {
		found = found || a == annot
	}
	if !found {
		w.t.Errorf("the link %s is not among the annotations of page %d", to, page+1)
	}
}

func (w *tagWalk) parentOf(key pdfobj.Object) pdfobj.Object {
	root := w.dict(w.file.Catalog().Get("StructTreeRoot"))
	return w.lookup(w.dict(root.Get("ParentTree")), "Nums", key)
}

// lookup finds a key in a name or number tree by its limits, as a viewer does.
func (r *reader) lookup(node *pdfobj.Dict, leaf pdfobj.Name, key pdfobj.Object) pdfobj.Object {
	less := func(a, b pdfobj.Object) bool {
		if s, ok := a.(pdfobj.String); ok {
			return bytes.Compare(s, b.(pdfobj.String)) < 0
		}
		return a.(int64) < b.(int64)
	}
	for _, k := range r.array(node.Get("Kids")) {
		d := r.dict(k)
		if l := r.array(d.Get("Limits")); !less(key, l[0]) && !less(l[1], key) {
			return r.lookup(d, leaf, key)
		}
	}
	list := r.array(node.Get(leaf))
	for i := 0; i+1 < len(list); i += 2 {
		if i > 0 && !less(list[i-2], list[i]) {
			r.t.Errorf("a tree of %s is not sorted", leaf)
		}
		if !less(list[i], key) && !less(key, list[i]) {
			return list[i+1]
		}
	}
	return nil
}

func (w *tagWalk) attributes(d *pdfobj.Dict) {
	text := func(key pdfobj.Name) string {
		s, _ := d.Get(key).(pdfobj.String)
		if key == "ID" {
			return string(s)
		}
		return s.Text()
	}
	a := map[pdfobj.Name]pdfobj.Object{}
	list := pdfobj.Array{d.Get("A")}
	if l, ok := d.Get("A").(pdfobj.Array); ok {
		list = l
	}
	for _, o := range list {
		for key, v := range w.dict(o).All() {
			a[key] = v
		}
	}
	var headers []string
	for _, h := range w.array(a["Headers"]) {
		headers = append(headers, string(h.(pdfobj.String)))
		tree := w.dict(w.dict(w.file.Catalog().Get("StructTreeRoot")).Get("IDTree"))
		if cell := w.dict(w.lookup(tree, "Names", h)); cell.Get("S") != pdfobj.Name("TH") {
			w.t.Errorf("the header %s is no TH", h)
		}
	}
	name := func(key pdfobj.Name) string { n, _ := a[key].(pdfobj.Name); return string(n) }
	for _, p := range []struct{ key, value string }{
		{"id", text("ID")},
		{"title", text("T")},
		{"lang", text("Lang")},
		{"alt", text("Alt")},
		{"actual", text("ActualText")},
		{"scope", name("Scope")},
		{"headers", strings.Join(headers, " ")},
		{"numbering", name("ListNumbering")},
	} {
		if p.value != "" {
			fmt.Fprintf(w.out, " %s=%q", p.key, p.value)
		}
	}
	for _, p := range []struct {
		key  string
		name pdfobj.Name
	}{{"colspan", "ColSpan"}, {"rowspan", "RowSpan"}} {
		if v := a[p.name]; v != nil {
			fmt.Fprintf(w.out, " %s=%d", p.key, v)
		}
	}
	if box := w.array(a["BBox"]); box != nil {
		page := w.pages[d.Get("Pg").(pdfobj.Ref)]
		top := number(w.array(w.pages2(page).Get("MediaBox"))[3])
		fmt.Fprintf(w.out, " bbox=%.2f,%.2f,%.2f,%.2f@%d", number(box[0]), top-number(box[3]),
			number(box[2])-number(box[0]), number(box[3])-number(box[1]), page)
	}
}
