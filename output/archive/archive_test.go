package archive

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"assemble/layout/frame"
	"assemble/layout/units"
	"assemble/output/pdfobj"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// small is a sound book of two pages.
func small() *frame.Book {
	rule := &frame.Rect{W: units.Pt, H: units.Pt, Tag: 2}
	return &frame.Book{
		Pages: []frame.Page{
			{W: 100 * units.Pt, H: 200 * units.Pt, Items: []frame.Item{rule}},
			{W: 300 * units.Pt, H: 50 * units.Pt},
		},
		Elems: []frame.Elem{{}, {Role: frame.Document, Kids: []frame.ElemID{2, 3}}, {Role: frame.P, Parent: 1}, {Role: frame.LinkRole, Parent: 1}},
		Dests: []frame.Dest{{Name: "para-1", Page: 1, Y: 10 * units.Pt}},
		Meta:  frame.Meta{Title: "A report", Lang: "en"},
	}
}

// draft writes what the page engine would: pages, contents, and two pictures,
// the first under two names. swap numbers the pictures the other way round.
func draft(pages int, swap bool) *Draft {
	var b bytes.Buffer
	var offsets []int
	obj := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n", len(offsets))
		fmt.Fprintf(&b, format, args...)
		b.WriteString("\nendobj\n")
	}
	b.WriteString("%PDF-1.3\n")
	var kids strings.Builder
	for n := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 4+2*n)
	}
	obj("<</Type/Pages/Kids[%s]/Count %d/MediaBox[0 0 9 9]>>", kids.String(), pages)
	last := 4 + 2*pages
	a, z := last, last+1
	if swap {
		a, z = z, a
	}
	obj("<</Font<<>>/XObject<</Ia %d 0 R/Ib %[1]d 0 R/Iz %[2]d 0 R>>>>", a, z)
	obj("<</Type/Catalog/Pages 1 0 R>>")
	for n := range pages {
		obj("<</Type/Page/Parent 1 0 R/Resources 2 0 R/Contents %d 0 R/Group<<>>>>", 5+2*n)
		text := fmt.Sprintf("/P <</MCID 0>> BDC\n%d 0 1 1 re f\nEMC", n)
		obj("<</Length %d>>\nstream\n%s\nendstream", len(text), text)
	}
	pictures := []string{"first", "other"}
	if swap {
		pictures[0], pictures[1] = pictures[1], pictures[0]
	}
	for _, p := range pictures {
		obj("<</Type/XObject/Subtype/Image/Width 1/Filter/DCTDecode/Length %d>>\nstream\n%s\nendstream", len(p), p)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 3 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return &Draft{Data: b.Bytes()}
}

// finish finishes a book and reads it back.
func finish(t testing.TB, b *frame.Book) *pdfobj.File {
	t.Helper()
	data, err := Finish(b, draft(len(b.Pages), false))
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfobj.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// written prints an object with what it refers to, but for pages and parents.
func written(t testing.TB, f *pdfobj.File, o pdfobj.Object) string {
	t.Helper()
	var expand func(o pdfobj.Object, depth int) pdfobj.Object
	expand = func(o pdfobj.Object, depth int) pdfobj.Object {
		if depth > 12 {
			t.Fatal("the object runs in a circle")
		}
		switch v := o.(type) {
		case pdfobj.Ref:
			if d, ok := f.Resolve(v).(*pdfobj.Dict); ok && d.Get("Type") == pdfobj.Name("Page") {
				pages, _ := f.Pages()
				for n := range pages {
					if pages[n].Ref == v {
						return pdfobj.Name(fmt.Sprint("page", n))
					}
				}
			}
			return expand(f.Resolve(v), depth+1)
		case pdfobj.Array:
			out := make(pdfobj.Array, len(v))
			for i := range v {
				out[i] = expand(v[i], depth+1)
			}
			return out
		case *pdfobj.Dict:
			out := new(pdfobj.Dict)
			for k, e := range v.All() {
				if k != "Parent" && k != "P" && k != "Prev" && k != "Last" {
					out.Set(k, expand(e, depth+1))
				} else if _, ref := e.(pdfobj.Ref); !ref {
					out.Set(k, e)
				}
			}
			return out
		case *pdfobj.Stream:
			return expand(v.Dict, depth+1)
		}
		return o
	}
	out, err := pdfobj.Append(nil, expand(o, 0))
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestPages(t *testing.T) {
	f := finish(t, small())
	pages, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range []string{
		"<</Type/Page/MediaBox[0 0 100 200]", "<</Type/Page/MediaBox[0 0 300 50]",
	} {
		got := written(t, f, pages[n].Dict)
		if !strings.HasPrefix(got, want) || !strings.Contains(got, "/Tabs/S") || strings.Contains(got, "Group") {
			t.Errorf("page %d is %s", n, got)
		}
		if strings.Contains(got, "StructParents") != (n == 0) {
			t.Errorf("page %d has marks: %s", n, got)
		}
		s, _ := f.Resolve(pages[n].Dict.Get("Contents")).(*pdfobj.Stream)
		if text, err := f.Decode(s); err != nil || !strings.Contains(string(text), fmt.Sprintf("%d 0 1 1 re", n)) {
			t.Errorf("page %d holds %q (%v)", n, text, err)
		}
	}
}

func TestCatalog(t *testing.T) {
	b := small()
	b.Outline = []frame.Outline{
		{Title: "A", Dest: "para-1", Kids: []frame.Outline{
			{Title: "A1", Dest: "para-1"}, {Title: "Ä2", Dest: "para-1", Kids: []frame.Outline{{Title: "A2a", Dest: "para-1"}}},
		}},
		{Title: "B", Dest: "para-1"},
	}
	b.Labels = []frame.PageLabel{{Page: 1, Style: "D", Prefix: "IV-", Start: 3}, {Page: 0, Style: "r", Start: 1}}
	f := finish(t, b)
	c := f.Catalog()
	for key, want := range map[pdfobj.Name]string{
		"Lang":              "(en)",
		"MarkInfo":          "<</Marked true>>",
		"PageMode":          "/UseOutlines",
		"ViewerPreferences": "<</DisplayDocTitle true>>",
		"Names":             "<</Dests<</Names[(para-1)[/page1/XYZ null 40 null]]>>>>",
		"PageLabels":        "<</Nums[0<</S/r>>1<</S/D/P(IV-)/St 3>>]>>",
		"Outlines": "<</Type/Outlines/Count 2/First<</Title(A)/Dest(para-1)/Next<</Title(B)/Dest(para-1)>>/Count -2" +
			"/First<</Title(A1)/Dest(para-1)/Next<</Title(\xC42)/Dest(para-1)/Count -1/First<</Title(A2a)/Dest(para-1)>>>>>>>>>>",
		"OutputIntents": "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)" +
			"/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)/DestOutputProfile",
	} {
		if got := written(t, f, c.Get(key)); !strings.HasPrefix(got, want) {
			t.Errorf("%s is\n%s, not\n%s", key, got, want)
		}
	}
	plain := finish(t, &frame.Book{Pages: b.Pages, Elems: b.Elems, Meta: b.Meta}).Catalog()
	for _, key := range []pdfobj.Name{"Outlines", "PageMode", "Names", "PageLabels"} {
		if plain.Get(key) != nil {
			t.Errorf("a book without has %s", key)
		}
	}
}

// Numbering that begins after the first page leaves the first without a label.
func TestLabelsBeginLate(t *testing.T) {
	b := small()
	b.Labels = []frame.PageLabel{{Page: 1, Style: "D", Start: 1}}
	f := finish(t, b)
	if got, want := written(t, f, f.Catalog().Get("PageLabels")), "<</Nums[0<<>>1<</S/D>>]>>"; got != want {
		t.Errorf("%s, not %s", got, want)
	}
}

func TestLinks(t *testing.T) {
	b := small()
	area := frame.Area{X: 10 * units.Pt, Y: 20 * units.Pt, W: 30 * units.Pt, H: 5 * units.Pt, Tag: 3}
	inside, named, outside, bare := area, area, area, area
	inside.Dest = "para-1"
	named.Dest, named.Text = "para-1", "paragraph 1"
	outside.URL, outside.Text = "https://example.org/é x", "the site"
	bare.URL = "https://example.org"
	b.Pages[0].Items = append(b.Pages[0].Items, &inside, &named, &outside)
	b.Pages[1].Items = append(b.Pages[1].Items, &bare)
	f := finish(t, b)
	pages, _ := f.Pages()
	head := "<</Type/Annot/Subtype/Link/Rect[10 175 40 180]/Border[0 0 0]/F 4"
	for n, want := range []string{
		"[" + head + "/Dest(para-1)/Contents(para-1)/StructParent 2>>" + head + "/Dest(para-1)/Contents(paragraph 1)/StructParent 3>>" +
			head + "/A<</S/URI/URI(https://example.org/%C3%A9%20x)>>/Contents(the site)/StructParent 4>>]",
		"[" + strings.Replace(head, "10 175 40 180", "10 25 40 30", 1) +
			"/A<</S/URI/URI(https://example.org)>>/Contents(https://example.org)/StructParent 5>>]",
	} {
		if got := written(t, f, pages[n].Dict.Get("Annots")); got != want {
			t.Errorf("page %d:\n%s, not\n%s", n, got, want)
		}
	}
}

// The order in which the page engine numbers pictures does not show.
func TestOrderOfPictures(t *testing.T) {
	a, err := Finish(small(), draft(2, false))
	if err != nil {
		t.Fatal(err)
	}
	z, err := Finish(small(), draft(2, true))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, z) {
		t.Error("the files differ")
	}
	if n := bytes.Count(a, []byte("first")); n != 1 {
		t.Errorf("a picture under two names is in the file %d times", n)
	}
	if i, j := bytes.Index(a, []byte("first")), bytes.Index(a, []byte("other")); i < 0 || j < i {
		t.Errorf("the pictures stand at %d and %d", i, j)
	}
}

func TestFinishRefuses(t *testing.T) {
	area := func(a frame.Area) func(*frame.Book) {
		a.Tag = 3
		return func(b *frame.Book) { b.Pages[1].Items = []frame.Item{&a} }
	}
	for want, change := range map[string]func(*frame.Book){
		"without a title":                       func(b *frame.Book) { b.Meta.Title = "" },
		"without a language":                    func(b *frame.Book) { b.Meta.Lang = "" },
		"no structure tree":                     func(b *frame.Book) { b.Elems = nil },
		`the date "18 June"`:                    func(b *frame.Book) { b.Meta.Created = "18 June" },
		`the date "2018-02-30"`:                 func(b *frame.Book) { b.Meta.Created = "2018-02-30" },
		`destination "para-1": page 3 of 2`:     func(b *frame.Book) { b.Dests[0].Page = 2 },
		`destination "para-1" stands twice`:     func(b *frame.Book) { b.Dests = append(b.Dests, b.Dests[0]) },
		`page 2: the link "": it leads to "x"`:  area(frame.Area{Dest: "x"}),
		`page 2: the link "y": it leads to ""`:  area(frame.Area{Text: "y"}),
		`outline entry "A" leads to "x"`:        func(b *frame.Book) { b.Outline = []frame.Outline{{Title: "A", Dest: "x"}} },
		"a page label from page 3 of 2":         func(b *frame.Book) { b.Labels = []frame.PageLabel{{Page: 2}} },
		"or two from there":                     func(b *frame.Book) { b.Labels = make([]frame.PageLabel, 2) },
		`elements 1 and 2 have both the id "x"`: func(b *frame.Book) { b.Elems[1].ID, b.Elems[2].ID = "x", "x" },
		`element 2 (P): it names the header`:    func(b *frame.Book) { b.Elems[2].Headers = []string{"x"} },
		"element 2 (P): its box is on page 10":  func(b *frame.Book) { b.Elems[2].BBox, b.Elems[2].BBoxPage = &frame.Box{}, 9 },
		"3 pages, of which the page engine":     func(b *frame.Book) { b.Pages = append(b.Pages, b.Pages[1]) },
	} {
		b := small()
		change(b)
		if _, err := Finish(b, draft(2, false)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, not %q", err, want)
		}
	}
	if _, err := Finish(small(), &Draft{Data: []byte("%PDF-1.3")}); err == nil {
		t.Error("a broken draft was taken")
	}
	d := draft(2, false)
	d.Fonts = []Font{{Base: "utf8f0", Name: "Serif"}}
	if _, err := Finish(small(), d); err == nil || !strings.Contains(err.Error(), "font Serif: the page engine wrote no utf8f0") {
		t.Errorf("the error is %v", err)
	}
}

// A draft may be damaged in any way: Finish refuses it or not, but does not
// panic.
func FuzzFinish(f *testing.F) {
	f.Add(draft(2, false).Data)
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = Finish(small(), &Draft{Data: data, Fonts: []Font{{Base: "F", Name: "F", Texts: []Text{{1, "a"}}}}})
	})
}

func TestToUnicode(t *testing.T) {
	var texts []Text
	for c := range 250 {
		texts = append(texts, Text{uint16(c), "x"})
	}
	texts = append(texts, Text{0xABCD, "ﬁé"}, Text{0xABCE, "𝄞"})
	got := string(toUnicode(texts))
	for _, want := range []string{
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n100 beginbfchar\n<0000> <0078>\n",
		"<0063> <0078>\nendbfchar\n100 beginbfchar\n<0064>", "\nendbfchar\n52 beginbfchar\n",
		"<ABCD> <FB0100E9>\n<ABCE> <D834DD1E>\nendbfchar\nendcmap\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(string(toUnicode(nil)), "bfchar") {
		t.Error("a block of nothing")
	}
}

func TestSubsetTag(t *testing.T) {
	a, b := subsetTag([]byte("a")), subsetTag([]byte("b"))
	if a == b || a != subsetTag([]byte("a")) || len(a) != 6 || strings.Trim(a, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		t.Errorf("tags %q and %q", a, b)
	}
}

// Every entry of a tree of any size is found by the limits of its leaves.
func TestTrees(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 900).Draw(rt, "entries")
		f := finisher{w: pdfobj.NewWriter("1.7")}
		var names []named
		var numbers []numbered
		for i := range n {
			names = append(names, named{fmt.Sprintf("n%04d", i), i})
			numbers = append(numbers, numbered{3 * i, i})
		}
		root := f.put(new(pdfobj.Dict).
			Set("Names", f.putNameTree(names)).Set("Numbers", f.putNumberTree(numbers)).Set("Pages", new(pdfobj.Dict)))
		data, err := f.w.Finish(root, 0, nil)
		if err != nil {
			rt.Fatal(err)
		}
		file, err := pdfobj.Parse(data)
		if err != nil {
			rt.Fatal(err)
		}
		i := rapid.IntRange(0, n-1).Draw(rt, "wanted")
		name := string(written(t, file, pdfobj.String(names[i].name)))
		for tree, key := range map[pdfobj.Name]string{"Names": name, "Numbers": fmt.Sprint(3 * i)} {
			if got := find(t, file, file.Catalog().Get(tree), key); got != fmt.Sprint(i) {
				rt.Fatalf("%s: %s is %s", tree, key, got)
			}
		}
	})
}

// find looks a written key up in a tree. Keys of equal length order as they
// are written.
func find(t testing.TB, f *pdfobj.File, o pdfobj.Object, key string) string {
	d, _ := f.Resolve(o).(*pdfobj.Dict)
	less := func(a, b string) bool { return len(a) < len(b) || len(a) == len(b) && a < b }
	kids, _ := d.Get("Kids").(pdfobj.Array)
	for _, k := range kids {
		leaf, _ := f.Resolve(k).(*pdfobj.Dict)
		l := leaf.Get("Limits").(pdfobj.Array)
		if !less(key, written(t, f, l[0])) && !less(written(t, f, l[1]), key) {
			return find(t, f, k, key)
		}
	}
	for _, leaf := range []pdfobj.Name{"Names", "Nums"} {
		list, _ := d.Get(leaf).(pdfobj.Array)
		for i := 0; i+1 < len(list); i += 2 {
			if written(t, f, list[i]) == key {
				return written(t, f, list[i+1])
			}
		}
	}
	return "nowhere"
}

// The packet is sound XML, says what the information dictionary says, and holds
// whatever a title holds.
func TestMetadata(t *testing.T) {
	b := small()
	b.Meta = frame.Meta{
		Title: `Annual <Report> & "more" – 2017`, Lang: "fr", Author: "Bureau & Cie", Subject: "Ünïcode 𝄞",
		Symbol: "C/109/4", Created: "2018-06-18", Producer: "assemble 1",
	}
	f := finish(t, b)
	s, _ := f.Resolve(f.Catalog().Get("Metadata")).(*pdfobj.Stream)
	if s.Dict.Get("Filter") != nil || s.Dict.Get("Subtype") != pdfobj.Name("XML") {
		t.Error("the packet is hidden")
	}
	if !bytes.HasPrefix(s.Data, []byte("<?xpacket begin=\"\xEF\xBB\xBF\" id=")) || !bytes.HasSuffix(s.Data, []byte(`<?xpacket end="r"?>`)) {
		t.Errorf("the packet is\n%s", s.Data)
	}
	got := map[string]string{}
	var path []string
	d := xml.NewDecoder(bytes.NewReader(s.Data))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch v := tok.(type) {
		case xml.StartElement:
			path = append(path, v.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if text := strings.TrimSpace(string(v)); text != "" && len(path) > 3 {
				got[strings.Join(path[3:], "/")] += text
			}
		}
	}
	want := map[string]string{
		"part":        "21", // PDF/A-2, PDF/UA-1
		"conformance": "A", "format": "application/pdf", "title/Alt/li": b.Meta.Title, "description/Alt/li": b.Meta.Subject,
		"creator/Seq/li": b.Meta.Author, "language/Bag/li": "fr", "identifier": "C/109/4", "Producer": "assemble 1",
		"CreateDate": "2018-06-18T00:00:00+00:00", "ModifyDate": "2018-06-18T00:00:00+00:00", "MetadataDate": "2018-06-18T00:00:00+00:00",
	}
	for key := range got {
		if strings.HasPrefix(key, "schemas/") {
			delete(got, key)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	info, _ := f.Resolve(f.Trailer.Get("Info")).(*pdfobj.Dict)
	for key, want := range map[pdfobj.Name]string{
		"Title": b.Meta.Title, "Author": b.Meta.Author, "Subject": b.Meta.Subject, "Producer": b.Meta.Producer,
		"CreationDate": "D:20180618000000+00'00'", "ModDate": "D:20180618000000+00'00'",
	} {
		if got, _ := info.Get(key).(pdfobj.String); got.Text() != want {
			t.Errorf("%s is %q, not %q", key, got.Text(), want)
		}
	}
}

// A book without a date has none anywhere.
func TestUndated(t *testing.T) {
	f := finish(t, small())
	s, _ := f.Resolve(f.Catalog().Get("Metadata")).(*pdfobj.Stream)
	info, _ := f.Resolve(f.Trailer.Get("Info")).(*pdfobj.Dict)
	if bytes.Contains(s.Data, []byte("Date>")) || info.Get("CreationDate") != nil {
		t.Error("there is a date")
	}
}
