package pdfobj

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// hostile are files made to cost far more than their length.
func hostile() map[string][]byte {
	const n = 20000
	chain := []string{smallCatalog} // each object is a string that the next stands in
	for range n {
		chain = append(chain, "(")
	}
	chain = append(chain, strings.Repeat(")\nendobj\n", n)+"0")
	doubled := []string{smallCatalog} // each node has the next twice
	for i := range 22 {
		doubled = append(doubled, fmt.Sprintf("<</Type/Pages/Kids[%d 0 R %d 0 R]>>", i+3, i+3))
	}
	doubled = append(doubled, smallPage)
	var keys strings.Builder
	for i := range 4 * n {
		fmt.Fprintf(&keys, "/K%d 0", 100000+i)
	}
	return map[string][]byte{
		"nested objects":  classic(smallTrailer, chain...),
		"many keys":       classic(smallTrailer, smallCatalog, "<<"+keys.String()+">>"),
		"doubled kids":    classic(smallTrailer, doubled...),
		"deep arrays":     classic(smallTrailer, smallCatalog, strings.Repeat("[", n)),
		"near references": classic(smallTrailer, smallCatalog, "["+strings.Repeat("1 0 ", n)+"]"),
		"long white":      classic(smallTrailer, smallCatalog, "["+strings.Repeat("1"+strings.Repeat(" ", 200), n/200)+"]"),
		"open hex":        classic(smallTrailer, smallCatalog, strings.Repeat("<", n)),
		"escapes":         classic(smallTrailer, smallCatalog, "("+strings.Repeat(`\`, n)+")"),
		"comments":        classic(smallTrailer, smallCatalog, strings.Repeat("%\n", n)+"0"),
		"false size":      packedFile("1 0 2 5 <<>> []", 8, 2, "/W[1 2 1]/Index[0 2000000]"),
		"false count":     packedFile("1 0 2 5 <<>> []", 8, 2000000, "/W[1 2 1]"),
		"images":          classic(smallTrailer, smallCatalog, streamOf(strings.Repeat("BI ID ", n))),
		"operands":        classic(smallTrailer, smallCatalog, streamOf(strings.Repeat("0 ", n))),
	}
}

func streamOf(s string) string {
	return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(s), s)
}

// Memory stays in proportion to the file, and so does time, which is logged: work
// that grew with the square would run into the limit of go test.
func TestHostileFilesCostLittle(t *testing.T) {
	for name, data := range hostile() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		if f, err := Parse(data); err == nil {
			walk(f)
		}
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		if allowed := uint64(1<<20 + 100*len(data)); after.TotalAlloc-before.TotalAlloc > allowed {
			t.Errorf("%s: %d bytes took %d bytes of memory", name, len(data), after.TotalAlloc-before.TotalAlloc)
		}
		t.Logf("%s: %d bytes took %v", name, len(data), took)
	}
}

// A stream of content that costs nothing must not be slow either.
func TestOpsOfHostileContent(t *testing.T) {
	for _, unit := range []string{"BI /A 1 ", "[<<", "(", "q ", "<</A[", "/A#", "BI ID xEI "} {
		content := bytes.Repeat([]byte(unit), 50000)
		start := time.Now()
		n := 0
		err := Ops(content, func(string, []Object) error { n++; return nil })
		t.Logf("%q: %v", unit, time.Since(start))
		if (err == nil) != (unit == "q ") || err == nil && n != 50000 {
			t.Errorf("%q: %d operators, %v", unit, n, err)
		}
	}
}
