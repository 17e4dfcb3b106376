package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"

	"assemble/layout/frame"
)

// engineBase is what fpdf puts before the name of a face.
const engineBase = "utf8"

// runEngine feeds fpdf and returns its bytes.
//
// Avoided are fpdf's page breaks, headers, cells, links, bookmarks, aliases,
// layers and attachments: each would write into page contents behind our back
// or into objects that cannot be told apart later.
func runEngine(b *frame.Book, faces *faceTable, pages []page, pictures map[*frame.Picture]*raster) (data []byte, err error) {
	at := "before the first page"
	defer func() {
		if r := recover(); r != nil {
			data, err = nil, fmt.Errorf("%s: the page engine failed: %v", at, r)
		}
	}()
	f := newEngine(b)
	for _, face := range faces.list {
		at = "face " + face.face.Name()
		if err := addFace(f, face); err != nil {
			return nil, fmt.Errorf("%s: %w", at, err)
		}
	}
	for n, p := range pages {
		at = fmt.Sprintf("page %d", n+1)
		if err := addPage(f, &b.Pages[n], p, pictures); err != nil {
			return nil, fmt.Errorf("%s: %w", at, err)
		}
	}
	at = "at the end"
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("the page engine failed: %w", err)
	}
	return out.Bytes(), nil
}

func newEngine(b *frame.Book) *fpdf.Fpdf {
	f := fpdf.NewCustom(&fpdf.InitType{
		OrientationStr: "P", UnitStr: "pt",
		Size: fpdf.SizeType{Wd: b.Pages[0].W.Float(), Ht: b.Pages[0].H.Float()},
	})
	f.SetCompression(false) // package archive compresses, on all processors
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	// No clock: package archive writes the date of the edition.
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())
	return f
}

// addFace gives fpdf the face and tells it which codes are used. Text drawn
// into a template that no page uses is written nowhere, but fpdf notes its
// characters for the subset.
func addFace(f *fpdf.Fpdf, face *faceCodes) error {
	data, err := patchFace(face)
	if err != nil {
		return err
	}
	f.AddUTF8FontFromBytes(face.family(), "", data)
	used := face.used()
	runes := make([]rune, len(used))
	for i, t := range used {
		runes[i] = rune(t.Code)
	}
	f.CreateTemplate(func(t *fpdf.Tpl) {
		t.SetFont(face.family(), "", 10)
		t.Text(0, 0, string(runes))
	})
	return f.Error()
}

// addPage feeds one page.
func addPage(f *fpdf.Fpdf, size *frame.Page, p page, pictures map[*frame.Picture]*raster) error {
	f.AddPageFormat("P", fpdf.SizeType{Wd: size.W.Float(), Ht: size.H.Float()})
	for _, piece := range p.pieces {
		f.RawWriteBuf(bytes.NewReader(piece.ops))
		if piece.picture != nil {
			drawPicture(f, piece.picture, pictures[piece.picture])
		}
	}
	return f.Error()
}

func drawPicture(f *fpdf.Fpdf, p *frame.Picture, r *raster) {
	opts := fpdf.ImageOptions{ImageType: r.kind, AllowNegativePosition: true}
	f.RegisterImageOptionsReader(r.name, opts, bytes.NewReader(r.data))
	if f.Err() {
		return
	}
	f.ImageOptions(r.name, p.X.Float(), p.Y.Float(), p.W.Float(), p.H.Float(), false, opts, 0, "")
}

// keptTables are the tables that fpdf reads. Layout tables (GSUB, GPOS) are
// spent once the text is shaped.
var keptTables = []string{
	"OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep",
}

// patchFace returns the face with the character map exchanged for one from
// codes to glyphs. fpdf writes the directory anew, so checksums are left 0.
func patchFace(f *faceCodes) ([]byte, error) {
	tables, err := readTables(f.face.Data())
	if err != nil {
		return nil, err
	}
	tables["cmap"] = codeMap(f)
	var names []string
	for _, name := range keptTables {
		if tables[name] != nil {
			names = append(names, name)
		}
	}
	out := binary.BigEndian.AppendUint32(nil, trueType)
	out = append16(out, len(names), 0, 0, 0)
	offset := len(out) + 16*len(names)
	var body []byte
	for _, name := range names {
		t := tables[name]
		out = append(out, name...)
		out = binary.BigEndian.AppendUint32(out, 0)
		out = binary.BigEndian.AppendUint32(out, uint32(offset+len(body)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t)))
		body = append(body, t...)
		body = append(body, make([]byte, -len(t)&3)...)
	}
	return append(out, body...), nil
}

const trueType = 0x00010000

// needed are the tables without which fpdf would print to standard output or
// panic instead of returning an error.
var needed = []string{"OS/2", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}

// readTables reads the directory of a TrueType file. Other kinds are refused
// here, because fpdf only prints a line about them.
func readTables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 || binary.BigEndian.Uint32(data) != trueType {
		return nil, errors.New("not a TrueType file with glyf outlines")
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	tables := make(map[string][]byte, n)
	for i := range n {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil, errors.New("the table directory is cut off")
		}
		from := uint64(binary.BigEndian.Uint32(data[at+8:]))
		size := uint64(binary.BigEndian.Uint32(data[at+12:]))
		if from+size > uint64(len(data)) {
			return nil, fmt.Errorf("table %q is cut off", data[at:at+4])
		}
		tables[string(data[at:at+4])] = data[from : from+size : from+size]
	}
	for _, name := range needed {
		if len(tables[name]) == 0 {
			return nil, fmt.Errorf("table %q is missing", name)
		}
	}
	return tables, nil
}

// codeMap writes a cmap of format 4: one segment for the glyphs under their
// own codes, one for the codes of further meanings, and the end mark.
func codeMap(f *faceCodes) []byte {
	type seg struct{ from, to, delta int }
	segs := []seg{{firstCode + 1, firstCode + len(f.texts) - 1, -firstCode}}
	if n := len(f.further); n > 0 {
		segs = append(segs, seg{f.firstFurther(), f.firstFurther() + n - 1, 0})
	}
	segs = append(segs, seg{0xFFFF, 0xFFFF, 1})
	n := len(segs)
	search, selector := 2, 0
	for search*2 <= 2*n {
		search, selector = search*2, selector+1
	}
	sub := append16(nil, 4, 16+8*n+2*len(f.further), 0, 2*n, search, selector, 2*n-search)
	var starts, deltas, offsets []byte
	for i, s := range segs {
		sub = append16(sub, s.to)
		starts, deltas = append16(starts, s.from), append16(deltas, s.delta)
		if i == 1 && n == 3 {
			// The glyph numbers stand behind this segment's and the end mark's offset.
			offsets = append16(offsets, 4)
		} else {
			offsets = append16(offsets, 0)
		}
	}
	sub = append(append(append(append16(sub, 0), starts...), deltas...), offsets...)
	for _, m := range f.further {
		sub = append16(sub, int(m.gid))
	}
	out := append16(nil, 0, 1, 3, 1) // one map: Windows, Unicode of 16 bits
	return append(binary.BigEndian.AppendUint32(out, 12), sub...)
}

func append16(dst []byte, numbers ...int) []byte {
	for _, n := range numbers {
		dst = binary.BigEndian.AppendUint16(dst, uint16(n))
	}
	return dst
}
