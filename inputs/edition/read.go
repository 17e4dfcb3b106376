package edition

import (
	"fmt"
	"os"
	"path/filepath"

	"assemble/inputs/source"
	"assemble/inputs/strict"
	"assemble/layout/style"
)

// Names of the files at the top of an edition.
const (
	Name         = "edition.yaml"
	AcronymsName = "acronyms.yaml"
	FactsName    = "facts.yaml"
)

// Read reads the edition in a folder and reports what is wrong with it. It
// returns nil if there is no edition.yaml, or nothing in it could be read; otherwise what could be read, which
// is whole if r has not failed. Files are registered in a fixed order.
func Read(dir string, files *source.Files, r *source.Reporter) *Edition {
	root, err := os.OpenRoot(dir)
	if err != nil {
		r.Error("edition-folder", source.Span{}, fmt.Sprintf("%s is not a folder that can be read", dir), "name the folder of an edition")
		return nil
	}
	e := &Edition{folder: &folder{root: root, files: files, read: map[string]source.FileID{}}}
	if !e.readMain(dir, r) {
		_ = root.Close()
		return nil
	}
	e.defaults()
	e.validate(r)
	e.readAcronyms(r)
	for i := range e.Annexes {
		e.readEvents(&e.Annexes[i], r)
	}
	e.readStyle(r)
	return e
}

func (e *Edition) readMain(dir string, r *source.Reporter) bool {
	if !e.folder.exists(Name) {
		r.Error("edition-missing", source.Span{}, fmt.Sprintf("there is no %s in %s", Name, printed(dir)),
			"name the folder of an edition, or go to it; a new edition begins with a file "+Name)
		return false
	}
	text, id, ok := e.File(strict.Str{S: Name}, r)
	if !ok {
		return false
	}
	// Where nothing could be read, what is missing is no fault of its own.
	return strict.Decode(text, source.Pos{File: id}, e, r) || e.Schema != 0 || len(e.Languages) > 0 || len(text) == 0
}

// printed names a folder the way a person recognizes it.
func printed(dir string) string {
	if dir == "." || dir == "" {
		return "this folder"
	}
	return filepath.ToSlash(dir)
}

func (e *Edition) defaults() {
	if e.Cutoff.IsZero() && e.Year > 0 {
		e.Cutoff = strict.Date{Y: e.Year, M: 12, D: 31}
	}
	if e.Style.S == "" {
		e.Style.S = councilStyle
	}
	e.HR.defaults()
}

func (e *Edition) readAcronyms(r *source.Reporter) {
	name := strict.Str{S: AcronymsName, At: e.At}
	for _, f := range e.Front {
		if f.S == "acronyms" {
			name.At = f.At
		}
	}
	if !e.HasFront("acronyms") && !e.folder.exists(AcronymsName) {
		return
	}
	text, id, ok := e.File(name, r)
	if !ok {
		return
	}
	e.acronymsRead = strict.Decode(text, source.Pos{File: id}, &e.Acronyms, r)
	for _, a := range e.Acronyms.Entries {
		if a.Value.Text.Empty() {
			e.acronymsRead = false
			r.Error("edition-acronym", a.KeyAt, "the acronym "+a.Key+" has no full form", "write it behind the colon: {en: …}")
		}
	}
}

const councilStyle = "council"

// styleFile is a style file: the name of the style that it changes, and the
// changes.
type styleFile struct {
	Extends strict.Str `yaml:"extends,required"`
	style.Style
}

func (e *Edition) readStyle(r *source.Reporter) {
	e.Look = style.Council()
	if e.Style.S == councilStyle {
		return
	}
	if path := e.Style.S; filepath.Ext(path) != ".yaml" {
		r.Add(source.Diagnostic{
			Code: "edition-style", At: e.Style.At, Excerpt: path, Replace: source.Nearest(path, []string{councilStyle}),
			Message: fmt.Sprintf("%q is neither a built-in style nor a style file", path),
			Fix:     "write council, or the name of a file that ends in .yaml",
		})
		return
	}
	text, id, ok := e.File(e.Style, r)
	if !ok {
		return
	}
	file := styleFile{Style: *e.Look}
	if !strict.Decode(text, source.Pos{File: id}, &file, r) {
		return
	}
	if x := file.Extends; x.S != councilStyle {
		r.Add(source.Diagnostic{
			Code: "style-extends", At: x.At, Excerpt: x.S, Replace: councilStyle,
			Message: fmt.Sprintf("%q is not a built-in style", x.S), Fix: "extend council",
		})
	}
	faults := file.Style.Check()
	for _, what := range faults {
		r.Error("style-value", source.At(source.Pos{File: id}), what, "change it in the style file")
	}
	if len(faults) == 0 { // nothing can be set in a style of that kind
		e.Look = &file.Style
	}
}
