package pdfobj

// Limits on what is read and written. Those of annex C are what a file may
// hold; the others bound the time and memory that a hostile file can cost, and
// stand well above anything a report of thousands of pages needs.
const (
	maxReal      = 3.403e38  // annex C
	maxInt       = 1<<31 - 1 // annex C
	maxString    = 32767     // annex C, in bytes
	maxName      = 127       // annex C, in bytes
	maxParsedInt = 1 << 53   // exact in every type a caller may turn it into
	maxObjects   = 1 << 21   // indirect objects in a file
	maxValues    = 1 << 23   // values in a file, nested ones counted
	maxDepth     = 64        // nesting of arrays, dictionaries and page trees
	maxOperands  = 256       // operands of one operator
	maxDecoded   = 64 << 20  // bytes of one decoded stream
	maxInStreams = 192 << 20 // bytes of all decoded object streams together
	maxRowBytes  = 1 << 20   // bytes in one row of a predictor
	maxPacked    = 200       // objects in one object stream
	maxInterned  = 1 << 12   // names kept to be shared
)
