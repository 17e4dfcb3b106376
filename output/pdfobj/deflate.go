package pdfobj

import (
	"bytes"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/zlib"
)

// level is the deflate level. Above 6 the time triples for 2 % of the size.
const level = 6

// maxWorkers bounds the memory: each worker holds a compressor's tables.
const maxWorkers = 8

func workers() int { return min(runtime.GOMAXPROCS(0), maxWorkers) }

// deflater compresses one stream after the other with one set of tables, which
// are costlier to make than most streams are to compress.
type deflater struct {
	buf bytes.Buffer
	z   *zlib.Writer
}

func (d *deflater) deflate(data []byte) ([]byte, error) {
	d.buf.Reset()
	if d.z == nil {
		z, err := zlib.NewWriterLevel(&d.buf, level)
		if err != nil {
			return nil, err
		}
		d.z = z
	} else {
		d.z.Reset(&d.buf)
	}
	if _, err := d.z.Write(data); err != nil {
		return nil, err
	}
	if err := d.z.Close(); err != nil {
		return nil, err
	}
	return slices.Clone(d.buf.Bytes()), nil
}

// compressAll deflates the jobs that want it. Each stream is compressed by one
// worker from a fresh state, so the bytes do not depend on their number.
func compressAll(jobs []job, workers int) error {
	var next atomic.Int64
	var group sync.WaitGroup
	errs := make([]error, workers)
	for i := range workers {
		group.Go(func() {
			var d deflater
			for {
				n := int(next.Add(1)) - 1
				if n >= len(jobs) || errs[i] != nil {
					return
				}
				errs[i] = jobs[n].run(&d)
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (j *job) run(d *deflater) error {
	if !j.compress || len(j.data) == 0 {
		return nil
	}
	out, err := d.deflate(j.data)
	if err != nil {
		return err
	}
	if len(out) < len(j.data) {
		j.data, j.deflated = out, true
	}
	return nil
}
