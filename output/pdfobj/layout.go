package pdfobj

import (
	"math/bits"
	"strconv"
)

// output is the file as it grows, with the place of every object.
type output struct {
	buf  []byte
	xref []place
}

// layDown writes the header and the streams.
func (w *Writer) layDown(jobs []job) *output {
	size := 1024
	for _, j := range jobs {
		size += len(j.data) + len(j.pairs) + 64
	}
	last := len(w.slots)
	if n := len(jobs); n > 0 {
		last = max(last, int(jobs[n-1].number)+1)
	}
	f := &output{buf: make([]byte, 0, size+6*last), xref: make([]place, last+1)}
	f.buf = append(f.buf, "%PDF-"...)
	f.buf = append(f.buf, w.version...)
	// Four bytes above 127 tell transfer programs that the file is binary
	// (7.5.2; ISO 19005-2, 6.1.2 demands them).
	f.buf = append(f.buf, "\n%\xE2\xE3\xCF\xD3\n"...)
	for i := range jobs {
		f.stream(&jobs[i])
	}
	return f
}

// stream writes one stream and enters it and the objects in it. The line ends
// are those that ISO 19005-2, 6.1.7 and 6.1.9 ask for.
func (f *output) stream(j *job) {
	f.xref[j.number] = place{kind: placeOffset, at: len(f.buf)}
	for i, r := range j.members {
		f.xref[r] = place{kind: placePacked, at: int(j.number), index: i}
	}
	f.buf = appendInt(f.buf, int(j.number), ' ')
	f.buf = append(f.buf, "0 obj\n<<"...)
	f.buf = append(f.buf, j.pairs...)
	if j.deflated {
		f.buf = append(f.buf, "/Filter/FlateDecode"...)
	}
	f.buf = append(f.buf, "/Length "...)
	f.buf = strconv.AppendInt(f.buf, int64(len(j.data)), 10)
	f.buf = append(f.buf, ">>\nstream\n"...)
	f.buf = append(f.buf, j.data...)
	f.buf = append(f.buf, "\nendstream\nendobj\n"...)
}

// close writes the cross-reference stream (7.5.8) and the end of the file.
func (f *output) close(root, info Ref, id []byte) ([]byte, error) {
	number, at := Ref(len(f.xref)-1), len(f.buf)
	f.xref[number] = place{kind: placeOffset, at: at}
	w := (bits.Len(uint(max(at, len(f.xref)))) + 7) / 8
	row := 1 + w + 2
	d := new(Dict).
		Set("Type", Name("XRef")).
		Set("Size", len(f.xref)).
		Set("W", Array{1, w, 2}).
		Set("Root", root).
		Set("DecodeParms", new(Dict).Set("Predictor", 12).Set("Columns", row))
	if info != 0 {
		d.Set("Info", info)
	}
	e := encoder{}
	if err := e.pairs(d); err != nil {
		return nil, err
	}
	pairs := append(e.buf, "/ID["...)
	pairs = append(appendHex(appendHex(pairs, id), id), "]/Filter/FlateDecode"...)
	z := deflater{}
	data, err := z.deflate(predictUp(f.rows(w), row))
	if err != nil {
		return nil, err
	}
	f.stream(&job{number: number, pairs: pairs, data: data})
	f.buf = append(f.buf, "startxref\n"...)
	f.buf = appendInt(f.buf, at, '\n')
	return append(f.buf, "%%EOF\n"...), nil
}

// rows writes the entries of the cross-reference: kind, w bytes and two bytes.
// Free numbers are never to be used again, so each links to 0 with the highest
// generation (7.5.4).
func (f *output) rows(w int) []byte {
	rows := make([]byte, 0, len(f.xref)*(w+3))
	for _, p := range f.xref {
		if p.kind == placeFree {
			p.index = 0xFFFF
		}
		rows = append(rows, byte(p.kind))
		for i := w - 1; i >= 0; i-- {
			rows = append(rows, byte(p.at>>(8*i)))
		}
		rows = append(rows, byte(p.index>>8), byte(p.index))
	}
	return rows
}

// predictUp applies PNG's Up filter: each byte becomes its distance to the one
// above, which makes the rising columns of a cross-reference nearly constant.
func predictUp(rows []byte, row int) []byte {
	out := make([]byte, 0, len(rows)/row*(row+1))
	for i, c := range rows {
		if i%row == 0 {
			out = append(out, 2)
		}
		if i >= row {
			c -= rows[i-row]
		}
		out = append(out, c)
	}
	return out
}

func appendInt(dst []byte, v int, then byte) []byte {
	return append(strconv.AppendInt(dst, int64(v), 10), then)
}
