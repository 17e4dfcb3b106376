package fonts

import (
	"embed"
	"fmt"
	"sync"
)

// files holds the original font files and their licences, which the Open Font
// License asks to go wherever the fonts go.
//
//go:embed source-serif-4 source-sans-3 noto
var files embed.FS

// embeddedFaces is the order of Embedded: the two text families, then what
// stands in for them. Noto Serif and Sans cover Latin, Greek and Cyrillic as far
// as Unicode goes, the last two the names of States and bodies in Arabic and
// Hebrew. Missing styles fall back to these, which keeps the files below 4 MB.
var embeddedFaces = []struct {
	folder, name, family string
	weight               int
	italic               bool
}{
	{"source-serif-4", "SourceSerif4-Regular", "serif", 400, false},
	{"source-serif-4", "SourceSerif4-Italic", "serif", 400, true},
	{"source-serif-4", "SourceSerif4-SemiBold", "serif", 600, false},
	{"source-serif-4", "SourceSerif4-SemiBoldItalic", "serif", 600, true},
	{"source-sans-3", "SourceSans3-Regular", "sans", 400, false},
	{"source-sans-3", "SourceSans3-Italic", "sans", 400, true},
	{"source-sans-3", "SourceSans3-SemiBold", "sans", 600, false},
	{"noto", "NotoSerif-Regular", "noto-serif", 400, false},
	{"noto", "NotoSans-Regular", "noto-sans", 400, false},
	{"noto", "NotoSans-Bold", "noto-sans", 700, false},
	{"noto", "NotoNaskhArabic-Regular", "noto-arabic", 400, false},
	{"noto", "NotoSerifHebrew-Regular", "noto-hebrew", 400, false},
}

// embeddedFallback names the families asked after the first; all remaining faces
// follow in the order of embeddedFaces.
var embeddedFallback = map[string][]string{
	"serif":      {"noto-serif", "noto-sans"},
	"sans":       {"noto-sans", "noto-serif"},
	"noto-serif": {"serif", "noto-sans"},
	"noto-sans":  {"sans", "noto-serif"},
}

// Embedded returns the faces that travel inside the program. The families are
// "serif" (Source Serif 4) and "sans" (Source Sans 3) and, for fallback or by
// name, "noto-serif", "noto-sans", "noto-arabic" and "noto-hebrew".
func Embedded() *Set { return embedded() }

var embedded = sync.OnceValue(func() *Set {
	faces := make([]*Face, len(embeddedFaces))
	for i, e := range embeddedFaces {
		path := fmt.Sprintf("%s/%s.ttf", e.folder, e.name)
		faces[i] = newFace(e.name, e.family, e.weight, e.italic, func() []byte {
			data, err := files.ReadFile(path)
			if err != nil { // the name is wrong in the table above
				panic(err)
			}
			return data
		})
	}
	return newSet(faces, embeddedFallback)
})
