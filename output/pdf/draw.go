package pdf

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"assemble/fonts"
	"assemble/layout/frame"
	"assemble/layout/units"
)

// Draft is a book as fpdf wrote it, with what fpdf could not say. In the page
// contents fonts go by Font.Resource, which no resource dictionary of Data
// knows yet.
type Draft struct {
	Data  []byte
	Fonts []Font
}

// Font is one embedded face.
type Font struct {
	Resource string // its name in page contents
	Base     string // BaseFont as fpdf wrote it
	Name     string // PostScript name of the face
	Texts    []Text // by rising code
}

// Text is what a code of a font says.
type Text struct {
	Code uint16
	Text string
}

// Draw draws the book with the faces of set. The same book gives the same
// bytes but for the order of picture objects, which fpdf leaves to chance.
func Draw(b *frame.Book, set *fonts.Set) (*Draft, error) {
	if len(b.Pages) == 0 {
		return nil, errors.New("a book without pages cannot be drawn")
	}
	for n := range b.Pages {
		if err := checkPage(b, n); err != nil {
			return nil, atPage(n, err)
		}
	}
	faces, err := collectFaces(b, set)
	if err != nil {
		return nil, err
	}
	pages, err := drawPages(b, faces)
	if err != nil {
		return nil, err
	}
	pictures, err := loadPictures(pages)
	if err != nil {
		return nil, err
	}
	data, err := runEngine(b, faces, pages, pictures)
	if err != nil {
		return nil, err
	}
	draft := &Draft{Data: data}
	for _, f := range faces.list {
		draft.Fonts = append(draft.Fonts, f.font())
	}
	return draft, nil
}

// checkPage refuses what would only show as nonsense in the file.
func checkPage(b *frame.Book, n int) error {
	p := &b.Pages[n]
	if p.W <= 0 || p.H <= 0 || p.W > units.Max || p.H > units.Max {
		return fmt.Errorf("a size of %s × %s points", p.W, p.H)
	}
	for _, it := range p.Items {
		e := it.Elem()
		if e < 0 || e != 0 && int(e) >= len(b.Elems) {
			return fmt.Errorf("an item of element %d, of which there are %d", e, len(b.Elems))
		}
		if e != 0 && b.Elems[e].Role == "" {
			return fmt.Errorf("an item of element %d, which has no role", e)
		}
	}
	for _, m := range p.Marks() {
		if int(m.Art) >= len(artifacts) {
			return fmt.Errorf("an artifact of kind %d, of which there are %d", m.Art, len(artifacts))
		}
	}
	return nil
}

// drawPages writes the contents of all pages. Pages do not depend on each
// other, so as many are written at once as there are processors.
func drawPages(b *frame.Book, faces *faceTable) ([]page, error) {
	langs := effectiveLangs(b)
	pages := make([]page, len(b.Pages))
	errs := make([]error, len(b.Pages))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(pages)) {
		group.Go(func() {
			for n := int(next.Add(1)) - 1; n < len(pages); n = int(next.Add(1)) - 1 {
				pages[n], errs[n] = drawPage(b, n, faces, langs)
			}
		})
	}
	group.Wait()
	for n, err := range errs { // the first page in order, not in time
		if err != nil {
			return nil, atPage(n, err)
		}
	}
	return pages, nil
}

func atPage(n int, err error) error { return fmt.Errorf("page %d: %w", n+1, err) }

// effectiveLangs gives each element the language that holds in it, its own or
// that of the nearest element around it.
func effectiveLangs(b *frame.Book) []string {
	langs := make([]string, max(len(b.Elems), 1))
	langs[0] = b.Meta.Lang
	for i := 1; i < len(langs); i++ {
		langs[i] = langOf(b, frame.ElemID(i))
	}
	return langs
}

func langOf(b *frame.Book, e frame.ElemID) string {
	for range b.Elems { // a parent chain longer than the tree runs in a circle
		if e <= 0 || int(e) >= len(b.Elems) {
			break
		}
		if l := b.Elems[e].Lang; l != "" {
			return l
		}
		e = b.Elems[e].Parent
	}
	return b.Meta.Lang
}
