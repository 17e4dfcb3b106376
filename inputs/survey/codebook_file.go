package survey

import (
	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// ReadForm reads the codebook of an export from an XLSForm. Labels without a
// language are in the language that is given.
func ReadForm(b *sheet.Book, language string, r *source.Reporter) *Form {
	if !isForm(b) {
		r.Error("survey-form", source.At(source.Pos{File: b.File}), "the workbook is no XLSForm: it has no sheet survey",
			"give the form as it was put into KoboToolbox or ODK; for another platform make one with the sheets survey and choices")
		return nil
	}
	f := readForm(b, language, r)
	if len(f.items) == 0 && !r.Failed() {
		r.Error("survey-form", source.At(source.Pos{File: b.File}), "the form asks nothing", "check that it is the right file")
	}
	return f
}
