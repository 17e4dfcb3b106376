package archive

import (
	"crypto/sha256"
	"fmt"
	"strconv"
	"unicode/utf16"

	"assemble/output/pdfobj"
)

// resources writes the one resource dictionary of all pages: the fonts under
// the names that page contents use, and the pictures. Objects are taken over
// in the order of their names, which come from their content; their numbers in
// the draft are left to chance.
func (f *finisher) resources(page *pdfobj.Dict) (pdfobj.Ref, error) {
	old, _ := f.file.Resolve(page.Get("Resources")).(*pdfobj.Dict)
	byBase, err := f.draftFonts(old)
	if err != nil {
		return 0, err
	}
	out, named := new(pdfobj.Dict), new(pdfobj.Dict)
	for i := range f.draft.Fonts {
		font := &f.draft.Fonts[i]
		from := byBase[font.Base]
		if from == nil {
			return 0, fmt.Errorf("font %s: the page engine wrote no %s", font.Name, font.Base)
		}
		r, err := f.putFont(font, from)
		if err != nil {
			return 0, fmt.Errorf("font %s: %w", font.Name, err)
		}
		named.Set(pdfobj.Name(font.Resource), r)
	}
	if named.Len() > 0 {
		out.Set("Font", named)
	}
	if pictures, _ := f.file.Resolve(old.Get("XObject")).(*pdfobj.Dict); pictures.Len() > 0 {
		out.Set("XObject", f.take(pictures))
	}
	return f.put(out), nil
}

// draftFonts finds the fonts of the draft by BaseFont.
func (f *finisher) draftFonts(resources *pdfobj.Dict) (map[string]*pdfobj.Dict, error) {
	out := map[string]*pdfobj.Dict{}
	fonts, _ := f.file.Resolve(resources.Get("Font")).(*pdfobj.Dict)
	for name, o := range fonts.All() {
		d, _ := f.file.Resolve(o).(*pdfobj.Dict)
		base, ok := d.Get("BaseFont").(pdfobj.Name)
		if !ok {
			return nil, fmt.Errorf("the page engine wrote %s, which is no font", name)
		}
		out[string(base)] = d
	}
	return out, nil
}

// putFont writes a composite font and what it consists of (9.7.4 and 9.8).
func (f *finisher) putFont(font *Font, from *pdfobj.Dict) (pdfobj.Ref, error) {
	list, _ := f.file.Resolve(from.Get("DescendantFonts")).(pdfobj.Array)
	if len(list) != 1 {
		return 0, fmt.Errorf("%d descendants", len(list))
	}
	cid, _ := f.file.Resolve(list[0]).(*pdfobj.Dict)
	descriptor, _ := f.file.Resolve(cid.Get("FontDescriptor")).(*pdfobj.Dict)
	program, err := f.decoded(descriptor.Get("FontFile2"))
	if err != nil {
		return 0, err
	}
	glyphs, err := f.decoded(cid.Get("CIDToGIDMap"))
	if err != nil {
		return 0, err
	}
	name := pdfobj.Name(subsetTag(program) + "+" + font.Name)
	file := f.putStream(new(pdfobj.Dict).Set("Length1", len(program)), program, true)
	descriptor = descriptor.Clone().Set("FontName", name).Set("FontFile2", file)
	identity := new(pdfobj.Dict).
		Set("Registry", pdfobj.String("Adobe")).Set("Ordering", pdfobj.String("Identity")).Set("Supplement", 0)
	cid = cid.Clone().
		Set("BaseFont", name).
		Set("CIDSystemInfo", identity).
		Set("FontDescriptor", f.put(descriptor)).
		Set("CIDToGIDMap", f.putStream(nil, glyphs, true))
	return f.put(new(pdfobj.Dict).
		Set("Type", pdfobj.Name("Font")).
		Set("Subtype", pdfobj.Name("Type0")).
		Set("BaseFont", name).
		Set("Encoding", pdfobj.Name("Identity-H")).
		Set("DescendantFonts", pdfobj.Array{f.put(cid)}).
		Set("ToUnicode", f.putStream(nil, toUnicode(font.Texts), true))), nil
}

func (f *finisher) decoded(o pdfobj.Object) ([]byte, error) {
	s, ok := f.file.Resolve(o).(*pdfobj.Stream)
	if !ok {
		return nil, fmt.Errorf("a part of it is missing")
	}
	return f.file.Decode(s)
}

// subsetTag makes the six letters that mark a subset (9.6.4), different for
// different subsets and the same from build to build. With a tag there need be
// no CIDSet, which ISO 19005-2, 6.2.11.4.2 wants complete where there is one.
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

const (
	cmapHead = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
	cmapFoot = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
	// cmapBlock is how many codes one bfchar block may hold (Adobe Technical
	// Note 5411).
	cmapBlock = 100
)

// toUnicode writes the map from codes to text (9.10.3).
func toUnicode(texts []Text) []byte {
	out := []byte(cmapHead)
	for len(texts) > 0 {
		n := min(len(texts), cmapBlock)
		out = append(strconv.AppendInt(out, int64(n), 10), " beginbfchar\n"...)
		for _, t := range texts[:n] {
			out = append(appendHex16(append(out, '<'), t.Code), "> <"...)
			for _, u := range utf16.Encode([]rune(t.Text)) {
				out = appendHex16(out, u)
			}
			out = append(out, ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
		texts = texts[n:]
	}
	return append(out, cmapFoot...)
}

func appendHex16(dst []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(dst, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
