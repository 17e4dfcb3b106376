package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"path"
	"slices"
	"strings"

	"assemble/inputs/source"

	"github.com/xuri/excelize/v2"
)

// workbook is an open .xlsx or .xlsm.
type workbook struct {
	a          *archive
	strings    sharedStrings
	dates      []bool // by cell format: whether it shows a day
	system1904 bool
}

// relations are those of one part to others.
type relations []relation

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

// relations reads those of a part; none if it has none.
func (a *archive) relations(name string) (relations, error) {
	dir, base := path.Split(name)
	data, err := a.read(dir + "_rels/" + base + ".rels")
	if err != nil || data == nil {
		return nil, err
	}
	var doc struct {
		Relationship relations `xml:"Relationship"`
	}
	if err := xml.Unmarshal(data, &doc); err != nil {
		return nil, errXML
	}
	for i, r := range doc.Relationship {
		target := strings.ReplaceAll(r.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		doc.Relationship[i].Target = strings.TrimPrefix(path.Clean(target), "/")
	}
	return doc.Relationship, nil
}

// target is the part of the first relation of a kind inside the package, "" for
// none. Kinds are compared by their last word: the strict and the transitional
// form differ in all before it (ISO/IEC 29500-1, annex A).
func (rs relations) target(kind string) string {
	for _, r := range rs {
		if path.Base(r.Type) == kind && r.Mode != "External" {
			return r.Target
		}
	}
	return ""
}

// loadXLSX reads the structure of a workbook and makes the first pass over its
// sheets.
func (b *Book) loadXLSX(a *archive) error {
	roots, err := a.relations("")
	if err != nil {
		return err
	}
	name := roots.target("officeDocument")
	rels, err := a.relations(name)
	if err != nil {
		return err
	}
	x, err := structure(a, name, rels.target("styles"))
	if err != nil {
		return err
	}
	w := &workbook{a: a, dates: dateStyles(x)}
	if props, err := x.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		w.system1904 = *props.Date1904
	}
	b.format, b.Date1904 = "xlsx", w.system1904
	if rels.target("vbaProject") != "" {
		b.format, b.Macros = "xlsm", true
		b.report.Warn("sheet-macros", source.At(source.Pos{File: b.File}), "the workbook holds macros; they were neither run nor read", "")
	}
	if w.strings, err = readStrings(a, rels.target("sharedStrings")); err != nil {
		return err
	}
	if err := b.addSheets(x, w, rels); err != nil {
		return err
	}
	a.again = true
	return nil
}

// addSheets registers all sheets with cells before it looks into any, so that
// positions do not hang on faults.
func (b *Book) addSheets(x *excelize.File, w *workbook, rels relations) error {
	for _, listed := range x.WorkBook.Sheets.Sheet {
		at := slices.IndexFunc(rels, func(r relation) bool { return r.ID == listed.ID })
		if at < 0 {
			return damaged("a sheet of it is missing")
		}
		if path.Base(rels[at].Type) != "worksheet" {
			continue // charts and dialogs have no cells
		}
		s, err := b.add(listed.Name)
		if err != nil {
			return err
		}
		s.Hidden = listed.State == "hidden" || listed.State == "veryHidden"
		part := &worksheet{workbook: w, part: rels[at].Target, sheet: s}
		s.pass = part.pass
	}
	return b.survey()
}

// structure hands excelize a package that holds the workbook and its styles, and
// nothing that could be large or private.
func structure(a *archive, workbook, styles string) (x *excelize.File, err error) {
	const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	book, err := a.read(workbook)
	if err != nil {
		return nil, err
	}
	if book == nil {
		return nil, damaged("the workbook in it is missing")
	}
	look, err := a.read(styles)
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, p := range []struct {
		name string
		data []byte
	}{{"[Content_Types].xml", []byte(types)}, {"_rels/.rels", []byte(rels)}, {"xl/workbook.xml", book}, {"xl/styles.xml", look}} {
		if p.data == nil {
			continue
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(p.data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return parse(&packed)
}

// parse guards against panics of excelize: what it gets comes from outside.
func parse(packed *bytes.Buffer) (x *excelize.File, err error) {
	defer func() {
		if recover() != nil {
			x, err = nil, damaged("its workbook cannot be read")
		}
	}()
	const limit = 2*MaxPart + 1<<20 // beyond it excelize would write to disk
	x, err = excelize.OpenReader(packed, excelize.Options{UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit})
	if err != nil || x.WorkBook == nil || x.Styles == nil {
		return nil, damaged("its workbook cannot be read")
	}
	return x, nil
}

// dateStyles tells for each cell format whether it shows a day.
func dateStyles(x *excelize.File) []bool {
	codes := map[int]string{}
	if x.Styles.NumFmts != nil {
		for _, f := range x.Styles.NumFmts.NumFmt {
			codes[f.NumFmtID] = f.FormatCode
		}
	}
	if x.Styles.CellXfs == nil {
		return nil
	}
	var dates []bool
	for _, format := range x.Styles.CellXfs.Xf {
		date := false
		if id := format.NumFmtID; id != nil {
			date = isDateFormat(*id, codes[*id])
		}
		dates = append(dates, date)
	}
	return dates
}
