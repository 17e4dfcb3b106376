package pdfobj

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zlib"
)

// Decode undoes the filters of a stream. FlateDecode is known, with the PNG
// predictors; a stream without filters comes back as it is. What it returns
// must not be changed.
func (f *File) Decode(s *Stream) ([]byte, error) {
	filter, parms := f.Resolve(s.Dict.Get("Filter")), f.Resolve(s.Dict.Get("DecodeParms"))
	if list, ok := filter.(Array); ok {
		if len(list) > 1 {
			return nil, errors.New("stream with more than one filter")
		}
		filter = f.Resolve(only(list))
		if p, ok := parms.(Array); ok {
			parms = f.Resolve(only(p))
		}
	}
	switch filter {
	case nil:
		return s.Data, nil
	case Name("FlateDecode"):
	default:
		return nil, errors.New("stream with a filter that is not FlateDecode")
	}
	data, err := inflate(s.Data)
	if err != nil {
		return nil, err
	}
	d, _ := parms.(*Dict)
	return f.unpredict(d, data)
}

func only(a Array) Object {
	if len(a) == 0 {
		return nil
	}
	return a[0]
}

// inflate undoes deflate. The buffer grows with what comes out, up to the
// limit, so that a false Length costs nothing.
func inflate(data []byte) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("stream is no deflate data: %w", err)
	}
	var out bytes.Buffer
	out.Grow(min(3*len(data), maxDecoded) + bytes.MinRead)
	n, err := io.Copy(&out, io.LimitReader(z, maxDecoded+1))
	if err != nil {
		return nil, fmt.Errorf("stream is damaged after %d bytes: %w", n, err)
	}
	if n > maxDecoded {
		return nil, errors.New("stream is too large when decoded")
	}
	return out.Bytes(), nil
}

// unpredict undoes a PNG predictor (7.4.4.4). TIFF prediction is not known.
func (f *File) unpredict(parms *Dict, data []byte) ([]byte, error) {
	predictor := f.parameter(parms, "Predictor", 1)
	if predictor == 1 {
		return data, nil
	}
	columns, colours, bits := f.parameter(parms, "Columns", 1), f.parameter(parms, "Colors", 1), f.parameter(parms, "BitsPerComponent", 8)
	if predictor < 10 || predictor > 15 || !upTo(columns, maxRowBytes) || !upTo(colours, 32) || !upTo(bits, 16) {
		return nil, errors.New("stream with a predictor that is not known")
	}
	row := (columns*colours*bits + 7) / 8
	if row > maxRowBytes {
		return nil, errors.New("stream with a predictor whose rows are too long")
	}
	return unfilter(data, int(row), int((colours*bits+7)/8))
}

func upTo(v, limit int64) bool { return v >= 1 && v <= limit }

func (f *File) parameter(parms *Dict, key Name, absent int64) int64 {
	switch v := f.Resolve(parms.Get(key)).(type) {
	case nil:
		return absent
	case int64:
		return v
	}
	return -1 // of a type that the entry cannot have
}

// unfilter undoes the filter that each row names in its first byte (PNG
// specification, clause 9). step is the distance to the pixel on the left.
func unfilter(data []byte, row, step int) ([]byte, error) {
	if len(data)%(row+1) != 0 {
		return nil, errors.New("stream with a predictor ends within a row")
	}
	out := make([]byte, 0, len(data)/(row+1)*row)
	above := make([]byte, row)
	for at := 0; at < len(data); at += row + 1 {
		start := len(out)
		out = append(out, data[at+1:at+1+row]...)
		line := out[start:]
		if !unfilterRow(data[at], line, above, step) {
			return nil, fmt.Errorf("stream with a predictor %d that PNG does not know", data[at])
		}
		above = line
	}
	return out, nil
}

func unfilterRow(kind byte, line, above []byte, step int) bool {
	if kind > 4 {
		return false
	}
	for i := range line {
		var left, corner byte
		if i >= step {
			left, corner = line[i-step], above[i-step]
		}
		switch kind {
		case 1:
			line[i] += left
		case 2:
			line[i] += above[i]
		case 3:
			line[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			line[i] += paeth(left, above[i], corner)
		}
	}
	return true
}

// paeth picks the neighbour nearest to left + above − corner.
func paeth(left, above, corner byte) byte {
	p := int(left) + int(above) - int(corner)
	dl, da, dc := distance(p, left), distance(p, above), distance(p, corner)
	switch {
	case dl <= da && dl <= dc:
		return left
	case da <= dc:
		return above
	}
	return corner
}

func distance(p int, b byte) int {
	if d := p - int(b); d > 0 {
		return d
	}
	return int(b) - p
}
