;; Cosines of unit rows on 128-bit SIMD: what `plain-cosines.ts` computes, to the last bit.
;; `npm run build:kernel` assembles this file into `cosines-wasm.ts`.
;;
;; A cosine is four sums, one for each lane: lane l adds up the products of the numbers l, l + 4,
;; l + 8, … of the two rows, in float32 and in this order, and the four are then added as
;; (lane 0 + lane 2) + (lane 1 + lane 3). Multiplication and addition round separately: the fused
;; operation of relaxed SIMD would be faster, but would not give the same bits on every machine.
(module
  (memory (export "memory") 1)

  ;; Cosines of `m` rows at `a` with `n` rows at `b`, written to `out` as [m × n], row-major.
  ;; All three are addresses. `m` is a positive multiple of 2 and `n` of 4; a row takes `bytes`, a
  ;; positive multiple of 16.
  ;;
  ;; Tiles of 2 × 4 rows: eight sums, two vectors of `a` and one of `b` fit into the 16 registers of
  ;; x86-64, and each vector that is loaded from `a` serves four products, each from `b` two.
  (func (export "cosines")
    (param $a i32) (param $m i32) (param $b i32) (param $n i32) (param $bytes i32) (param $out i32)
    (local $a0 i32) (local $a1 i32) (local $aEnd i32) (local $rowEnd i32)
    (local $b0 i32) (local $b1 i32) (local $b2 i32) (local $b3 i32) (local $bEnd i32)
    (local $cell i32) (local $line i32)
    (local $p0 v128) (local $p1 v128) (local $q v128)
    (local $s00 v128) (local $s01 v128) (local $s02 v128) (local $s03 v128)
    (local $s10 v128) (local $s11 v128) (local $s12 v128) (local $s13 v128)
    (local.set $aEnd (i32.add (local.get $a) (i32.mul (local.get $m) (local.get $bytes))))
    (local.set $bEnd (i32.add (local.get $b) (i32.mul (local.get $n) (local.get $bytes))))
    (local.set $line (i32.shl (local.get $n) (i32.const 2)))

    (loop $columns
      (local.set $a0 (local.get $a))
      (local.set $cell (local.get $out))

      (loop $rows
        (local.set $a1 (i32.add (local.get $a0) (local.get $bytes)))
        (local.set $rowEnd (local.get $a1))
        (local.set $b0 (local.get $b))
        (local.set $b1 (i32.add (local.get $b0) (local.get $bytes)))
        (local.set $b2 (i32.add (local.get $b1) (local.get $bytes)))
        (local.set $b3 (i32.add (local.get $b2) (local.get $bytes)))
        (local.set $s00 (v128.const i64x2 0 0))
        (local.set $s01 (v128.const i64x2 0 0))
        (local.set $s02 (v128.const i64x2 0 0))
        (local.set $s03 (v128.const i64x2 0 0))
        (local.set $s10 (v128.const i64x2 0 0))
        (local.set $s11 (v128.const i64x2 0 0))
        (local.set $s12 (v128.const i64x2 0 0))
        (local.set $s13 (v128.const i64x2 0 0))

        (loop $numbers
          (local.set $p0 (v128.load (local.get $a0)))
          (local.set $p1 (v128.load (local.get $a1)))
          (local.set $q (v128.load (local.get $b0)))
          (local.set $s00 (f32x4.add (local.get $s00) (f32x4.mul (local.get $p0) (local.get $q))))
          (local.set $s10 (f32x4.add (local.get $s10) (f32x4.mul (local.get $p1) (local.get $q))))
          (local.set $q (v128.load (local.get $b1)))
          (local.set $s01 (f32x4.add (local.get $s01) (f32x4.mul (local.get $p0) (local.get $q))))
          (local.set $s11 (f32x4.add (local.get $s11) (f32x4.mul (local.get $p1) (local.get $q))))
          (local.set $q (v128.load (local.get $b2)))
          (local.set $s02 (f32x4.add (local.get $s02) (f32x4.mul (local.get $p0) (local.get $q))))
          (local.set $s12 (f32x4.add (local.get $s12) (f32x4.mul (local.get $p1) (local.get $q))))
          (local.set $q (v128.load (local.get $b3)))
          (local.set $s03 (f32x4.add (local.get $s03) (f32x4.mul (local.get $p0) (local.get $q))))
          (local.set $s13 (f32x4.add (local.get $s13) (f32x4.mul (local.get $p1) (local.get $q))))

          (local.set $a1 (i32.add (local.get $a1) (i32.const 16)))
          (local.set $b0 (i32.add (local.get $b0) (i32.const 16)))
          (local.set $b1 (i32.add (local.get $b1) (i32.const 16)))
          (local.set $b2 (i32.add (local.get $b2) (i32.const 16)))
          (local.set $b3 (i32.add (local.get $b3) (i32.const 16)))
          (local.set $a0 (i32.add (local.get $a0) (i32.const 16)))
          (br_if $numbers (i32.lt_u (local.get $a0) (local.get $rowEnd))))

        (v128.store
          (local.get $cell)
          (call $add (local.get $s00) (local.get $s01) (local.get $s02) (local.get $s03)))
        (local.set $cell (i32.add (local.get $cell) (local.get $line)))
        (v128.store
          (local.get $cell)
          (call $add (local.get $s10) (local.get $s11) (local.get $s12) (local.get $s13)))
        (local.set $cell (i32.add (local.get $cell) (local.get $line)))
        (local.set $a0 (local.get $a1))
        (br_if $rows (i32.lt_u (local.get $a0) (local.get $aEnd))))

      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (local.set $b (local.get $b3))
      (br_if $columns (i32.lt_u (local.get $b) (local.get $bEnd)))))

  ;; Four cosines from the lanes of four sums, each brought into [−1, 1]: unit rows in float32 are
  ;; off by about 1e-7. A shuffle names bytes, those of its second vector from 16 on.
  (func $add
    (param $s0 v128) (param $s1 v128) (param $s2 v128) (param $s3 v128) (result v128)
    (local $first v128) (local $last v128)
    ;; s0 and s1: [lanes 0 + 2 of each, lanes 1 + 3 of each]
    (local.set $first
      (f32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23
          (local.get $s0) (local.get $s1))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31
          (local.get $s0) (local.get $s1))))
    ;; The same of s2 and s3.
    (local.set $last
      (f32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23
          (local.get $s2) (local.get $s3))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31
          (local.get $s2) (local.get $s3))))
    (f32x4.max
      (v128.const f32x4 -1 -1 -1 -1)
      (f32x4.min
        (v128.const f32x4 1 1 1 1)
        (f32x4.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
            (local.get $first) (local.get $last))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31
            (local.get $first) (local.get $last)))))))
