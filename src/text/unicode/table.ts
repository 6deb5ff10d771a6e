/** Made by scripts/unicode.ts from the Unicode Character Database; do not edit. */
export const unicodeVersion = '15.0.0';

/** Line_Break (after LB1), Grapheme_Cluster_Break, Script, East_Asian_Width (A, F, W), Emoji (E, P: presentation). */
export const kinds =
  'CM Control Zyyy N -;BA Control Zyyy N -;LF LF Zyyy N -;BK Control Zyyy N -;CR CR Zyyy N -;' +
  'SP Other Zyyy N -;EX Other Zyyy N -;QU Other Zyyy N -;AL Other Zyyy N E;PR Other Zyyy N -;' +
  'PO Other Zyyy N -;AL Other Zyyy N -;OP Other Zyyy N -;CP Other Zyyy N -;IS Other Zyyy N -;' +
  'HY Other Zyyy N -;SY Other Zyyy N -;NU Other Zyyy N E;AL Other Latn N -;BA Other Zyyy N -;' +
  'CL Other Zyyy N -;NL Control Zyyy N -;GL Other Zyyy N -;OP Other Zyyy A -;PR Other Zyyy A -;' +
  'AL Other Zyyy A -;AL ExtPict Zyyy N E;AL Other Latn A -;BA Control Zyyy A -;AL ExtPict Zyyy A E;' +
  'PO Other Zyyy A -;BB Other Zyyy A -;BB Other Zyyy N -;AL Other Bopo N -;CM Extend Zinh A -;' +
  'GL Extend Zinh A -;AL Other Grek N -;AL Other Zzzz N -;AL Other Grek A -;AL Other Copt N -;' +
  'AL Other Cyrl N -;AL Other Cyrl A -;CM Extend Cyrl N -;CM Extend Zinh N -;AL Other Armn N -;' +
  'IS Other Armn N -;BA Other Armn N -;PR Other Armn N -;CM Extend Hebr N -;BA Other Hebr N -;' +
  'AL Other Hebr N -;EX Other Hebr N -;HL Other Hebr N -;AL Prepend Arab N -;AL Prepend Zyyy N -;' +
  'AL Other Arab N -;PO Other Arab N -;IS Other Arab N -;CM Extend Arab N -;CM Control Arab N -;' +
  'EX Other Arab N -;NU Other Arab N -;AL Other Syrc N -;AL Prepend Syrc N -;CM Extend Syrc N -;' +
  'AL Other Thaa N -;CM Extend Thaa N -;NU Other Nkoo N -;AL Other Nkoo N -;CM Extend Nkoo N -;' +
  'IS Other Nkoo N -;EX Other Nkoo N -;PR Other Nkoo N -;AL Other Samr N -;CM Extend Samr N -;' +
  'AL Other Mand N -;CM Extend Mand N -;CM Extend Deva N -;CM SpacingMark Deva N -;AL Other Deva N -;' +
  'NU Other Deva N -;AL Other Beng N -;CM Extend Beng N -;CM SpacingMark Beng N -;NU Other Beng N -;' +
  'PO Other Beng N -;PR Other Beng N -;CM Extend Guru N -;CM SpacingMark Guru N -;AL Other Guru N -;' +
  'NU Other Guru N -;CM Extend Gujr N -;CM SpacingMark Gujr N -;AL Other Gujr N -;NU Other Gujr N -;' +
  'PR Other Gujr N -;CM Extend Orya N -;CM SpacingMark Orya N -;AL Other Orya N -;NU Other Orya N -;' +
  'CM Extend Taml N -;AL Other Taml N -;CM SpacingMark Taml N -;NU Other Taml N -;PR Other Taml N -;' +
  'CM Extend Telu N -;CM SpacingMark Telu N -;AL Other Telu N -;NU Other Telu N -;BB Other Telu N -;' +
  'AL Other Knda N -;CM Extend Knda N -;CM SpacingMark Knda N -;BB Other Knda N -;NU Other Knda N -;' +
  'CM Extend Mlym N -;CM SpacingMark Mlym N -;AL Other Mlym N -;AL Prepend Mlym N -;NU Other Mlym N -;' +
  'PO Other Mlym N -;CM Extend Sinh N -;CM SpacingMark Sinh N -;AL Other Sinh N -;NU Other Sinh N -;' +
  'SA Other Thai N -;CM Extend Thai N -;SA SpacingMark Thai N -;AL Other Thai N -;NU Other Thai N -;' +
  'BA Other Thai N -;SA Other Laoo N -;CM Extend Laoo N -;SA SpacingMark Laoo N -;NU Other Laoo N -;' +
  'AL Other Tibt N -;BB Other Tibt N -;GL Other Tibt N -;BA Other Tibt N -;EX Other Tibt N -;' +
  'CM Extend Tibt N -;NU Other Tibt N -;OP Other Tibt N -;CL Other Tibt N -;CM SpacingMark Tibt N -;' +
  'BA SpacingMark Tibt N -;SA Other Mymr N -;CM Other Mymr N -;CM Extend Mymr N -;' +
  'CM SpacingMark Mymr N -;NU Other Mymr N -;BA Other Mymr N -;AL Other Mymr N -;AL Other Geor N -;' +
  'JL L Hang W -;JV V Hang N -;JT T Hang N -;AL Other Ethi N -;CM Extend Ethi N -;BA Other Ethi N -;' +
  'AL Other Cher N -;BA Other Cans N -;AL Other Cans N -;BA Other Ogam N -;AL Other Ogam N -;' +
  'OP Other Ogam N -;CL Other Ogam N -;AL Other Runr N -;AL Other Tglg N -;CM Extend Tglg N -;' +
  'CM SpacingMark Tglg N -;AL Other Hano N -;CM Extend Hano N -;CM SpacingMark Hano N -;' +
  'AL Other Buhd N -;CM Extend Buhd N -;AL Other Tagb N -;CM Extend Tagb N -;SA Other Khmr N -;' +
  'CM Extend Khmr N -;CM SpacingMark Khmr N -;BA Other Khmr N -;NS Other Khmr N -;AL Other Khmr N -;' +
  'PR Other Khmr N -;NU Other Khmr N -;AL Other Mong N -;BA Other Mong N -;BB Other Mong N -;' +
  'EX Other Mong N -;CM Extend Mong N -;GL Control Mong N -;NU Other Mong N -;AL Other Limb N -;' +
  'CM Extend Limb N -;CM SpacingMark Limb N -;EX Other Limb N -;NU Other Limb N -;SA Other Tale N -;' +
  'SA Other Talu N -;NU Other Talu N -;AL Other Bugi N -;CM Extend Bugi N -;CM SpacingMark Bugi N -;' +
  'SA Other Lana N -;CM SpacingMark Lana N -;CM Extend Lana N -;CM Other Lana N -;NU Other Lana N -;' +
  'CM Extend Bali N -;CM SpacingMark Bali N -;AL Other Bali N -;NU Other Bali N -;BA Other Bali N -;' +
  'CM Extend Sund N -;CM SpacingMark Sund N -;AL Other Sund N -;NU Other Sund N -;AL Other Batk N -;' +
  'CM Extend Batk N -;CM SpacingMark Batk N -;AL Other Lepc N -;CM SpacingMark Lepc N -;' +
  'CM Extend Lepc N -;BA Other Lepc N -;NU Other Lepc N -;NU Other Olck N -;AL Other Olck N -;' +
  'BA Other Olck N -;CM SpacingMark Zyyy N -;GL Extend Zinh N -;BB Other Grek N -;ZW Control Zyyy N -;' +
  'ZWJ ZWJ Zinh N -;BA Other Zyyy A -;B2 Other Zyyy A -;QU Other Zyyy A -;IN Other Zyyy A -;' +
  'NS ExtPict Zyyy N E;NS Other Zyyy N -;WJ Control Zyyy N -;AL Control Zyyy N -;AL Control Zzzz N -;' +
  'PR Other Zzzz N -;IN Other Zyyy N -;ID ExtPict Zyyy W P;OPW Other Zyyy W -;CL Other Zyyy W -;' +
  'AL ExtPict Zyyy N -;AL ExtPict Zyyy W P;ID ExtPict Zyyy N E;AL ExtPict Zyyy A -;ID ExtPict Zyyy N -;' +
  'ID ExtPict Zyyy A -;EB ExtPict Zyyy N E;ID ExtPict Zyyy A E;EB ExtPict Zyyy A E;EB ExtPict Zyyy W P;' +
  'EX ExtPict Zyyy N E;AL Other Brai N -;AL Other Glag N -;CM Extend Copt N -;EX Other Copt N -;' +
  'BA Other Copt N -;AL Other Tfng N -;BA Other Tfng N -;CM Extend Tfng N -;B2 Other Zyyy N -;' +
  'ID Other Hani W -;ID Other Zyyy W -;BA Other Zyyy F -;NS Other Hani W -;NS Other Zyyy W -;' +
  'CM Extend Zinh W -;CM Extend Hang W -;ID ExtPict Zyyy W E;CM Other Zyyy W -;ID Other Zyyy N -;' +
  'NS Other Hira W -;ID Other Hira W -;NS Other Kana W -;ID Other Kana W -;ID Other Bopo W -;' +
  'ID Other Hang W -;ID Other Yiii W -;NS Other Yiii W -;AL Other Lisu N -;BA Other Lisu N -;' +
  'AL Other Vaii N -;BA Other Vaii N -;EX Other Vaii N -;NU Other Vaii N -;AL Other Bamu N -;' +
  'CM Extend Bamu N -;BA Other Bamu N -;AL Other Sylo N -;CM Extend Sylo N -;CM SpacingMark Sylo N -;' +
  'AL Other Phag N -;BB Other Phag N -;EX Other Phag N -;CM SpacingMark Saur N -;AL Other Saur N -;' +
  'CM Extend Saur N -;BA Other Saur N -;NU Other Saur N -;BB Other Deva N -;NU Other Kali N -;' +
  'AL Other Kali N -;CM Extend Kali N -;BA Other Kali N -;AL Other Rjng N -;CM Extend Rjng N -;' +
  'CM SpacingMark Rjng N -;CM Extend Java N -;CM SpacingMark Java N -;AL Other Java N -;' +
  'BA Other Java N -;NU Other Java N -;AL Other Cham N -;CM Extend Cham N -;CM SpacingMark Cham N -;' +
  'NU Other Cham N -;BA Other Cham N -;SA Other Tavt N -;CM Extend Tavt N -;AL Other Mtei N -;' +
  'CM SpacingMark Mtei N -;CM Extend Mtei N -;BA Other Mtei N -;NU Other Mtei N -;H2 LV Hang W -;' +
  'H3 LVT Hang W -;AL Other Zzzz A -;ID Other Zzzz W -;IS Other Zyyy W -;EX Other Zyyy W -;' +
  'IN Other Zyyy W -;PR Other Zyyy W -;PO Other Zyyy W -;EX Other Zyyy F -;ID Other Zyyy F -;' +
  'PR Other Zyyy F -;PO Other Zyyy F -;OPW Other Zyyy F -;CL Other Zyyy F -;NS Other Zyyy F -;' +
  'ID Other Latn F -;OPW Other Zyyy N -;ID Other Kana N -;NS Other Kana N -;NS Extend Zyyy N -;' +
  'ID Other Hang N -;CB Other Zyyy N -;AL Other Linb N -;AL Other Lyci N -;AL Other Cari N -;' +
  'AL Other Ital N -;AL Other Goth N -;AL Other Perm N -;CM Extend Perm N -;AL Other Ugar N -;' +
  'BA Other Ugar N -;AL Other Xpeo N -;BA Other Xpeo N -;AL Other Dsrt N -;AL Other Shaw N -;' +
  'AL Other Osma N -;NU Other Osma N -;AL Other Osge N -;AL Other Elba N -;AL Other Aghb N -;' +
  'AL Other Vith N -;AL Other Lina N -;AL Other Cprt N -;AL Other Armi N -;BA Other Armi N -;' +
  'AL Other Palm N -;AL Other Nbat N -;AL Other Hatr N -;AL Other Phnx N -;BA Other Phnx N -;' +
  'AL Other Lydi N -;AL Other Mero N -;AL Other Merc N -;AL Other Khar N -;CM Extend Khar N -;' +
  'BA Other Khar N -;AL Other Sarb N -;AL Other Narb N -;AL Other Mani N -;CM Extend Mani N -;' +
  'BA Other Mani N -;IN Other Mani N -;AL Other Avst N -;BA Other Avst N -;AL Other Prti N -;' +
  'AL Other Phli N -;AL Other Phlp N -;AL Other Orkh N -;AL Other Hung N -;AL Other Rohg N -;' +
  'CM Extend Rohg N -;NU Other Rohg N -;AL Other Yezi N -;CM Extend Yezi N -;BA Other Yezi N -;' +
  'AL Other Sogo N -;AL Other Sogd N -;CM Extend Sogd N -;AL Other Ougr N -;CM Extend Ougr N -;' +
  'AL Other Chrs N -;AL Other Elym N -;CM SpacingMark Brah N -;CM Extend Brah N -;AL Other Brah N -;' +
  'BA Other Brah N -;NU Other Brah N -;CM Extend Kthi N -;CM SpacingMark Kthi N -;AL Other Kthi N -;' +
  'AL Prepend Kthi N -;BA Other Kthi N -;AL Other Sora N -;NU Other Sora N -;CM Extend Cakm N -;' +
  'AL Other Cakm N -;CM SpacingMark Cakm N -;NU Other Cakm N -;BA Other Cakm N -;AL Other Mahj N -;' +
  'CM Extend Mahj N -;BB Other Mahj N -;CM Extend Shrd N -;CM SpacingMark Shrd N -;AL Other Shrd N -;' +
  'AL Prepend Shrd N -;BA Other Shrd N -;NU Other Shrd N -;BB Other Shrd N -;AL Other Khoj N -;' +
  'CM SpacingMark Khoj N -;CM Extend Khoj N -;BA Other Khoj N -;AL Other Mult N -;BA Other Mult N -;' +
  'AL Other Sind N -;CM Extend Sind N -;CM SpacingMark Sind N -;NU Other Sind N -;CM Extend Gran N -;' +
  'CM SpacingMark Gran N -;AL Other Gran N -;AL Other Newa N -;CM SpacingMark Newa N -;' +
  'CM Extend Newa N -;BA Other Newa N -;NU Other Newa N -;AL Other Tirh N -;CM Extend Tirh N -;' +
  'CM SpacingMark Tirh N -;NU Other Tirh N -;AL Other Sidd N -;CM Extend Sidd N -;' +
  'CM SpacingMark Sidd N -;BB Other Sidd N -;BA Other Sidd N -;EX Other Sidd N -;AL Other Modi N -;' +
  'CM SpacingMark Modi N -;CM Extend Modi N -;BA Other Modi N -;NU Other Modi N -;AL Other Takr N -;' +
  'CM Extend Takr N -;CM SpacingMark Takr N -;NU Other Takr N -;SA Other Ahom N -;CM Extend Ahom N -;' +
  'CM Other Ahom N -;CM SpacingMark Ahom N -;NU Other Ahom N -;BA Other Ahom N -;AL Other Dogr N -;' +
  'CM SpacingMark Dogr N -;CM Extend Dogr N -;AL Other Wara N -;NU Other Wara N -;AL Other Diak N -;' +
  'CM Extend Diak N -;CM SpacingMark Diak N -;AL Prepend Diak N -;BA Other Diak N -;NU Other Diak N -;' +
  'AL Other Nand N -;CM SpacingMark Nand N -;CM Extend Nand N -;BB Other Nand N -;AL Other Zanb N -;' +
  'CM Extend Zanb N -;CM SpacingMark Zanb N -;AL Prepend Zanb N -;BB Other Zanb N -;BA Other Zanb N -;' +
  'AL Other Soyo N -;CM Extend Soyo N -;CM SpacingMark Soyo N -;AL Prepend Soyo N -;BA Other Soyo N -;' +
  'BB Other Soyo N -;AL Other Pauc N -;AL Other Bhks N -;CM SpacingMark Bhks N -;CM Extend Bhks N -;' +
  'BA Other Bhks N -;NU Other Bhks N -;BB Other Marc N -;EX Other Marc N -;AL Other Marc N -;' +
  'CM Extend Marc N -;CM SpacingMark Marc N -;AL Other Gonm N -;CM Extend Gonm N -;AL Prepend Gonm N -;' +
  'NU Other Gonm N -;AL Other Gong N -;CM SpacingMark Gong N -;CM Extend Gong N -;NU Other Gong N -;' +
  'AL Other Maka N -;CM Extend Maka N -;CM SpacingMark Maka N -;CM Extend Kawi N -;AL Prepend Kawi N -;' +
  'CM SpacingMark Kawi N -;AL Other Kawi N -;BA Other Kawi N -;ID Other Kawi N -;NU Other Kawi N -;' +
  'PO Other Taml N -;BA Other Taml N -;AL Other Xsux N -;BA Other Xsux N -;AL Other Cpmn N -;' +
  'AL Other Egyp N -;OP Other Egyp N -;CL Other Egyp N -;GL Control Egyp N -;OP Control Egyp N -;' +
  'CL Control Egyp N -;CM Extend Egyp N -;AL Other Hluw N -;OP Other Hluw N -;CL Other Hluw N -;' +
  'AL Other Mroo N -;NU Other Mroo N -;BA Other Mroo N -;AL Other Tnsa N -;NU Other Tnsa N -;' +
  'AL Other Bass N -;CM Extend Bass N -;BA Other Bass N -;AL Other Hmng N -;CM Extend Hmng N -;' +
  'BA Other Hmng N -;NU Other Hmng N -;AL Other Medf N -;BA Other Medf N -;AL Other Plrd N -;' +
  'CM Extend Plrd N -;CM SpacingMark Plrd N -;NS Other Tang W -;NS Other Nshu W -;GL Extend Kits W -;' +
  'CM SpacingMark Hani W -;ID Other Tang W -;AL Other Kits W -;AL Other Kana W -;ID Other Nshu W -;' +
  'AL Other Dupl N -;CM Extend Dupl N -;BA Other Dupl N -;CM Extend Zyyy N -;CM Extend Grek N -;' +
  'NU Other Zyyy N -;AL Other Sgnw N -;CM Extend Sgnw N -;BA Other Sgnw N -;CM Extend Glag N -;' +
  'AL Other Hmnp N -;CM Extend Hmnp N -;NU Other Hmnp N -;AL Other Toto N -;CM Extend Toto N -;' +
  'AL Other Wcho N -;CM Extend Wcho N -;NU Other Wcho N -;PR Other Wcho N -;AL Other Nagm N -;' +
  'CM Extend Nagm N -;NU Other Nagm N -;AL Other Mend N -;CM Extend Mend N -;AL Other Adlm N -;' +
  'CM Extend Adlm N -;NU Other Adlm N -;OP Other Adlm N -;XP ExtPict Zzzz N -;' +
  'RI Regional_Indicator Zyyy N P;ID ExtPict Zyyy W -;EM Extend Zyyy W P;';

/** Kinds of all code points in order: index, `+` and how many more of it follow, base 36. */
export const runs =
  '0+8 1 2 3+1 4 0+h 5 6 7 8 9 a b 7 c d 8 9 e f e g h+9 e+1 b+2 6 b i+p c 9 d b+2 i+p c j k b 0+5 l ' +
  '0+p m n a 9 o 9 b p+1 q r 7 b s t b u o p+1 v b p+3 r 7 p+2 n i+5 r i+8 r i+5 p r i+4 r+3 i+3 r i ' +
  'r+2 i r+1 i+1 r i r+1 i+2 p r+2 i r i r i+1 r i+e r i r i+6 r i+9 r+1 i+2 r i+4 r+2 i+3 r i+5 r+3 i ' +
  'r i+2 r+3 i r i+3 r+1 i+h r+1 i+2 r i+2p r i r i r i r i r i r i r i r i+37 r i+e r i+2e b+a p b+1 p ' +
  'w p+2 w p b+1 p b+6 p+3 b p b v i+4 b+4 x+1 b+j y+26 z y+b z+6 y+c 10+3 b 10+2 11+1 10+3 e 10 11+3 ' +
  '10 b 10 b 10+2 11 10 11 10+2 12+g 11 12+6 10+6 12+g 10 12+6 10+n 13+d 10+f 14 15 14+d 15+1r 14 15 ' +
  '14+1c 16+1 17+1 16+2 14+4l 11 18+11 11+1 18+1b 19 1a 11+1 18+1 1b 11 1c+18 1d 1c 1e 1c+1 1e 1c+1 1f ' +
  '1c 11+7 1g+q 11+3 1g+3 1e+1 11+a 1h+4 1i 1j+2 1k+2 e 1l 1j+1 1m+a 6 1n 1o+1 6 1j+v b 1j+9 17+a 1m+9 ' +
  '1p+9 1k 1p+1 1j+2 17 1j+2q 1o 1j 1m+6 1i 1j 1m+5 1j+1 1m+1 1j 1m+3 1j+1 1p+9 1j+5 1q+d 11 1r 1q 1s ' +
  '1q+t 1s+q 11+1 1q+2 1j+1b 1t+11 1u+a 1t 11+d 1v+9 1w+w 1x+8 1w+3 1y 1z 1w 11+1 1x 20+1 21+l 22+3 21 ' +
  '22+8 21 22+2 21 22+4 11+1 21+e 11 23+o 24+2 11+1 23 11 1q+a 11+4 1j+u 11 1h+1 11+5 1m+7 1j+15 1m+n ' +
  '1i 1m+s 25+2 26 27+1h 25 26 25 27 26+2 25+7 26+3 25 26+1 27 17+3 25+2 27+9 25+1 j+1 28+9 27+f 29 2a ' +
  '2b+1 11 29+7 11+1 29+1 11+1 29+l 11 29+6 11 29 11+2 29+3 11+1 2a 29 2a 2b+1 2a+3 11+1 2b+1 11+1 2b+1 ' +
  '2a 29 11+7 2a 11+3 29+1 11 29+2 2a+1 11+1 2c+9 29+1 2d+1 29+4 2d 29 2e 29+1 2a 11+1 2f+1 2g 11 2h+5 ' +
  '11+3 2h+1 11+1 2h+l 11 2h+6 11 2h+1 11 2h+1 11 2h+1 11+1 2f 11 2g+2 2f+1 11+3 2f+1 11+1 2f+2 11+2 2f ' +
  '11+6 2h+3 11 2h 11+6 2i+9 2f+1 2h+2 2f 2h 11+9 2j+1 2k 11 2l+8 11 2l+2 11 2l+l 11 2l+6 11 2l+1 11 ' +
  '2l+4 11+1 2j 2l 2k+2 2j+4 11 2j+1 2k 11 2k+1 2j 11+1 2l 11+e 2l+1 2j+1 11+1 2m+9 2l 2n 11+6 2l 2j+5 ' +
  '11 2o 2p+1 11 2q+7 11+1 2q+1 11+1 2q+l 11 2q+6 11 2q+1 11 2q+4 11+1 2o 2q 2o+1 2p 2o+3 11+1 2p+1 ' +
  '11+1 2p+1 2o 11+6 2o+2 11+3 2q+1 11 2q+2 2o+1 11+1 2r+9 2q+7 11+9 2s 2t 11 2t+5 11+2 2t+2 11 2t+3 ' +
  '11+2 2t+1 11 2t 11 2t+1 11+2 2t+1 11+2 2t+2 11+2 2t+b 11+3 2s 2u 2s 2u+1 11+2 2u+2 11 2u+2 2s 11+1 ' +
  '2t 11+5 2s 11+d 2v+9 2t+8 2w 2t 11+4 2x 2y+2 2x 2z+7 11 2z+2 11 2z+m 11 2z+f 11+1 2x 2z 2x+2 2y+3 11 ' +
  '2x+2 11 2x+3 11+6 2x+1 11 2z+2 11+1 2z 11+1 2z+1 2x+1 11+1 30+9 11+6 31 2z+7 32 33 34+1 35 32+7 11 ' +
  '32+2 11 32+m 11 32+9 11 32+4 11+1 33 32 34 33 34+1 33 34+1 11 33 34+1 11 34+1 33+1 11+6 33+1 11+5 ' +
  '32+1 11 32+1 33+1 11+1 36+9 11 32+1 34 11+b 37+1 38+1 39+8 11 39+2 11 39+14 37+1 39 37 38+1 37+3 11 ' +
  '38+2 11 38+2 37 3a 39 11+3 39+2 37 39+9 37+1 11+1 3b+9 39+8 3c 39+5 11 3d 3e+1 11 3f+h 11+2 3f+n 11 ' +
  '3f+8 11 3f 11+1 3f+6 11+2 3d 11+3 3d 3e+1 3d+2 11 3d 11 3e+6 3d 11+5 3g+9 11+1 3e+1 3f 11+b 3h+1b 3i ' +
  '3h 3j 3i+6 11+3 9 3h+6 3i+7 3k 3l+9 3m+1 11+10 3n+1 11 3n 11 3n+4 11 3n+n 11 3n 11 3n+9 3o 3n 3p ' +
  '3o+8 3n 11+1 3n+4 11 3n 11 3o+6 11 3q+9 11+1 3n+3 11+v 3r 3s+3 3r 3s+1 3t 3s+1 3u 3t 3v+4 3t 3r 3v ' +
  '3r+2 3w+1 3r+5 3x+9 3r+9 3u 3w 3r 3w 3r 3w 3y 3z 3y 3z 40+1 3r+7 11 3r+z 11+3 3w+d 41 3w+4 3u 3w+1 ' +
  '3r+4 3w+a 11 3w+z 11 3u+1 3r+5 3w 3r+5 11 3r+1 3s+1 3u 3s 3r b+3 3t+1 11+10 42+16 43+1 44+3 45 44+5 ' +
  '43 44+1 45+1 44+1 42 46+9 47+1 48+3 42+5 45+1 44+1 42+3 44+2 42 43+2 42+1 43+6 42+2 44+3 42+c 44 43 ' +
  '45 44+1 43+5 44 42 43 46+9 43+2 44 42+1 49+11 11 49 11+4 49 11+1 49+16 b 49+3 4a+2n 4b+1z 4c+2f ' +
  '4d+20 11 4d+3 11+1 4d+6 11 4d 11 4d+3 11+1 4d+14 11 4d+3 11+1 4d+w 11 4d+3 11+1 4d+6 11 4d 11 4d+3 ' +
  '11+1 4d+e 11 4d+1k 11 4d+3 11+1 4d+1u 11+1 4e+2 4d 4f 4d+q 11+2 4d+p 11+5 4g+2d 11+1 4g+5 11+1 4h ' +
  '4i+hq 4j 4k+p 4l 4m 11+2 4n+22 j+2 4n+a 11+6 4o+h 4p+2 4q 11+8 4o 4r+h 4s+1 4t j+1 11+8 4u+h 4v+1 ' +
  '11+b 4w+c 11 4w+2 11 4x+1 11+b 4y+1f 4z+1 50 4z+6 50+7 4z 50+1 4z+a 51+1 52 4y 51 53 51 54 4y 4z ' +
  '11+1 55+9 11+5 53+9 11+5 56+1 6+1 57 j 58 56 59+1 56 5a+2 5b 5a 5c+9 11+5 56+2g 11+6 56+4 5a+1 56+x ' +
  '5a 56 11+4 4i+1x 11+9 5d+u 11 5e+2 5f+3 5e+1 5f+2 11+3 5f+1 5e 5f+5 5e+2 11+3 5d 11+2 5g+1 5h+9 5i+t ' +
  '11+1 5i+4 11+a 5j+17 11+3 5j+p 11+5 5k+9 5j 11+2 5j+1 53+v 5l+m 5m+1 5n+1 5m 11+1 5l+1 5o+1g 5p 5q ' +
  '5p 5q+6 11 5q 5r 5q 5r+1 5q+7 5p+5 5q+9 11+1 5q 5s+9 11+5 5s+9 11+5 5o+d 11+1 17+u 11+1c 5t+3 5u ' +
  '5v+1a 5t+6 5u 5t 5u+4 5t 5u+1 5v+7 11+2 5w+9 5x+1 5v 5x+3 5v+9 5t+8 5v+8 5x+1 11 5y+1 5z 60+t 5z ' +
  '5y+3 5z+1 5y+1 5z 5y+2 60+1 61+9 60+5 62+11 63 64 63+1 64+2 63 64 63+2 64+1 11+7 62+3 65+z 66+7 67+7 ' +
  '66+1 67+1 11+2 68+4 69+9 11+2 65+2 6a+9 6b+z 6c+1 14+8 11+6 49+16 11+1 49+2 60+7 11+7 17+2 b 17+c 6d ' +
  '17+6 b+3 17 b+5 17 b+1 6d 17+1 b 11+4 i+11 10+4 14 i+1c 10+4 i+3 10+4 i+c 14 i+1x 10 17+c 6e 17+19 ' +
  '6e 17+2 i+73 10+l 11+1 10+5 11+1 10+11 11+1 10+5 11+1 10+7 11 10 11 10 11 10 11 10+u 11+1 10+1g 11 ' +
  '10+e 11 10+d 11+1 10+5 11 10+i 11+1 10+2 11 10+6 6f 10 11 j+6 m j+2 6g 17 6h 0+1 6i m j 6i 6j p+1 b ' +
  '6k+1 c 7 6k+1 c 7 p+2 b 6l+2 6i 3+1 0+4 m u a u+1 a u a+1 b 7+1 p 6m 6n p b+4 e c k 6n+1 6m b+b j a ' +
  'j+3 b j+2 6o 6p+3 6q 0+9 b i 11+1 p b+7 c k r b p+3 b+7 c k 11 i+c 11+2 9+6 a 9+3 o 9+8 a 9+3 a 9+1 ' +
  'a 9 a 6r+e 17+w 11+e b+2 u b p b+2 u b+8 p b+1 o b+9 p t b+2 12 b+2 i r b+5 i b+5 q b+j i b+3 p+1 ' +
  'b+5 p+3 b r+b i+3 r+9 i+e p b+1 11+3 p+3 t+5 b+e q+1 b+c p+1 b+n p b p b+h p b+n p b p+1 b+2 p+1 b+1 ' +
  'p b+2 p b p 9+1 b p b+3 p b+1 p+3 b+1 p b p b p+5 b p b+4 p+3 b+3 p+1 b+9 p b+2 p b+4 p b+c p+1 b+1 ' +
  'p+3 b+1 p+1 b+1 p+1 b+h p+1 b+1 p+1 b+c p b+2 p b+a p b+o p b+1a 6s b+n c k c k b+5 p b+6 6t+1 b+b q ' +
  '6u 6v b+2k 6w b+1x q b+o 6x+3 q+2 6t 6y+1 6t b+3 q+2 b+17 11+o b+a 11+k p+2p t p+12 b p+2o b+3 p+z ' +
  'b+b p+f b+1 p+3 b+9 p+1 b p+6 q+1 b+5 p+1 b+1 t p b+3 p+1 b+1 t p b+3 p+2 b+1 p b+1 p+3 b+f p+3 b+8 ' +
  'p b+a q+1 6x+1 b 6y+3 q 6z p 6w+1 6z 6w+3 t 6z 6w q 6w b 6t+1 6w+1 6y 6w 70+1 71 72 71 70 q 6w q+1 ' +
  '6w+1 q 6w+2 q 6w+2 q+1 6w+7 q 6y+1 70 6w+3 t 6w t 6w+4 6x+b 6w+a q t 6z 6w t 6z t q 6z 73 6z+1 6w ' +
  '6z+1 6w 6z 6w+a q 6w+1 q 6t 6w+5 b+9 6w+1 q 6x q+3 6w q 6w q+1 6w 6z+1 q 6x 6w+4 q 6w+1 6x+1 6w+3 ' +
  'q+1 6w+a 6t+1 71 70+3 6t+1 71+1 73 6z+3 71 6x 73 71 73 6z 73 6t 6z+2 71+1 6z+1 71 6z+1 71+2 6w 6z ' +
  '6w+3 6z t 6t 6z+4 t 73 6t+1 73 6t 6z 73+1 74 6t 6z+1 6t 71+1 70+1 6y 70+1 6x b+1 6y+1 75+1 72+1 6w q ' +
  '6w+1 q b q b q b+5 q b+2 q b+5 6x b+9 q+1 b+7 p b+5 q b+1 q b+3 6x b 6x b+3 6x+2 b 6x b+2 7+5 b 6 76 ' +
  '6y 6w+2 c k c k c k c k c k c k c k p+9 b+k 6x+2 b+8 q b+d 6x b+d 6x b+4 c k b+u c k c k c k c k c k ' +
  'b+f 77+73 b+1f q+1 b+24 c k c k c k c k c k c k c k c k c k c k c k b+1q c k c k b+v c k b+7a q+2 ' +
  'b+i 6x+1 b+1e 6x b+3 6x p+3 b+p 11+1 b+v 11 b+2w 78+2n i+v 13+32 79+2 13+1 11+4 7a 7b+2 13 7a 7b ' +
  '49+11 11 49 11+4 49 11+1 7c+1j 11+6 7c 7d 11+d 7e 4d+m 11+8 4d+6 11 4d+6 11 4d+6 11 4d+6 11 4d+6 11 ' +
  '4d+6 11 4d+6 11 4d+6 11 16+v 7+d j+7 b j c j b+1 7+1 b+1 7+1 c k c k c k c k j+3 6 b j+1 b j+1 b+4 ' +
  '7f+1 j+2 b j+1 c j+7 b j b j+1 b+2 6+1 c k c k c k c k j 11+x 7g+p 11 7g+2g 11+b 7g+5x 11+p 7h+b ' +
  '11+3 7i 6v+1 7h+1 7j 7h 7g 6u 6v 6u 6v 6u 6v 6u 6v 6u 6v 7h+1 6u 6v 6u 6v 6u 6v 6u 6v 7k 6u 6v+1 7h ' +
  '7g+8 7l+3 7m+1 7n 7h+3 7o 7h+1 7g+2 7j 7k 7n 7h 7p 11 7q 7r 7q 7r 7q 7r 7q 7r 7q 7r+o 7q 7r+u 7q 7r ' +
  '7q 7r 7q 7r+5 7q 7r+5 7q+1 11+1 7l+1 7k+1 7q+1 7r 7k 7s 7t 7s 7t 7s 7t 7s 7t 7s 7t+o 7s 7t+u 7s 7t ' +
  '7s 7t 7s 7t+5 7s 7t+5 7s+1 7t+3 7k+1 7s+1 7t 11+4 7u+16 11 7v+2l 11 7h+f 7u+v 7h+z 11+b 7s+f 7v+u 11 ' +
  '7h+13 p+7 7h+f 7v+u 7h+n 7n 7h 7n 7h+1h 7t+1a 7h 7t+2f 7h+4n 7g+533 b+1r 7g+g73 7w+k 7x 7w+vq 11+2 ' +
  '7w+1i 11+8 7y+19 7z+1 80+7g 81 82 81 80+f 83+9 80+1 11+j 14+1a 16+3 14 16+9 14+v 16+1 84+27 85+1 84 ' +
  '86+4 11+7 b+x i+2t b+2 i+1r 11+4 i+1 11 i 11 i+4 11+n i+d 87+1 88 87+2 88 87+3 88 87+m 89+1 88+1 89 ' +
  '87+3 88 11+2 b+7 a b 11+5 8a+1f 8b+1 8c+1 11+7 8d+1 8e+1d 8d+f 8f+1 11+7 8g+1 8h+9 11+5 25+h 27+9 8i ' +
  '27+1 25 8j+9 8k+r 8l+7 j 8m 8n+m 8o+a 8p+1 11+a 8n 4a+s 11+2 8q+2 8r 8s+1a 8q 8r+1 8q+3 8r+1 8q+1 ' +
  '8r+2 8s+5 8t+2 8s+3 11 b 8u+9 11+3 8s+1 42+4 44 42+9 46+9 42+4 11 8v+14 8w+5 8x+1 8w+1 8x+1 8w+1 ' +
  '11+8 8v+2 8w 8v+7 8w 8x 11+1 8y+9 11+1 8v 8z+2 42+q 43 44 43 42+1 90+1b 91 90 91+2 90+1 91+1 90+4 ' +
  '91+1 90 91 90 11+n 90+4 92+a 93 94+1 93+1 95+1 92+2 93 94 11+9 4d+5 11+1 4d+5 11+1 4d+5 11+8 4d+6 11 ' +
  '4d+6 11 i+16 b i+8 10 i+3 b+1 11+3 4g+27 92+y 93+1 94 93+1 94 93+1 95 93 94 11+1 96+9 11+5 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q ' +
  '97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 ' +
  '98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 97 98+q 11+b 4b+m 11+3 ' +
  '4c+1c 11+1kz 99+4xr 7g+a5 9a+1 7g+2x 9a+11 i+6 11+b 18+4 11+4 1g 1c 1g+9 1e 1g+c 11 1g+4 11 1g 11 ' +
  '1g+1 11 1g+1 11 1g+9 1j+36 11+f 1j+a2 k c 1j+27 11+1 1j+1h 11+6 1j 11+v 1j+b 1k 1j+2 y+f 9b 6v+1 ' +
  '9b+1 9c+1 6u 6v 9d 11+5 17+d 16+1 7h+4 6u 6v 6u 6v 6u 6v 6u 6v 6u 6v 6u 6v 6u 6v 6u 6v 7h+1 6u 6v ' +
  '7h+6 6v 7h 6v 11 7k+1 9c+1 7h 6u 6v 6u 6v 6u 6v 7h+7 11 7h 9e 9f 7h 11+3 1j+4 11 1j+3q 11+1 6o 11 9g ' +
  '9h+1 9i 9j 9h+1 9k 9l 9h+1 9l 9h 9l 9h+a 9m+1 9h+2 9g 9h 9n+p 9k 9h 9l 9h+2 9n+p 9k 9h 9l 9h 9k 9l k ' +
  '9o k+1 6n 9p 9q+8 6n 9p+18 9r+1 9s+u 11+2 9s+5 11+1 9s+5 11+1 9s+5 11+1 9s+2 11+2 9j 9i 9h+2 9i+1 11 ' +
  'b+6 11 6q+8 0+2 9t p 11+1 9u+b 11 9u+p 11 9u+i 11 9u+1 11 9u+e 11+1 9u+d 11+x 9u+3e 11+4 j+2 11+3 ' +
  'b+18 11+2 b+8 10+26 11 b+c 11+2 10 11+1a b+18 17 11+3l 9v+s 11+2 9w+1c 11+e 17 b+q 11+3 9x+z 11+8 ' +
  '9x+2 9y+q 11+4 9z+11 a0+4 11+4 a1+t 11 a2 a3+z 11+3 a3+7 a4 a3+4 11+15 a5+27 a6+1b a7+t 11+1 a8+9 ' +
  '11+5 a9+z 11+3 a9+z 11+3 aa+13 11+7 ab+1f 11+a ab ac+a 11 ac+e 11 ac+6 11 ac+1 11 ac+a 11 ac+e 11 ' +
  'ac+6 11 ac+1 11+1u ad+8m 11+8 ad+l 11+9 ad+7 11+n i+5 11 i+15 11 i+8 11+1w ae+5 11+1 ae 11 ae+17 11 ' +
  'ae+1 11+2 ae 11+1 ae af+l 11 ag af+7 ah+v ai+u 11+7 ai+8 11+1b aj+i 11 aj+1 11+4 aj+4 ak+r 11+2 al ' +
  'am+p 11+4 am 11+1r an+v ao+n 11+3 ao+j 11+1 ao+19 ap aq+2 11 aq+1 11+4 aq+3 ap+3 11 ap+2 11 ap+s ' +
  '11+1 aq+2 11+3 aq ap+8 11+6 ar+7 ap 11+6 as+v at+v 11+v au+10 av+1 11+3 au+4 aw+5 ax 11+8 ay+1h 11+2 ' +
  'az+6 b0+l 11+1 b0+7 b1+i 11+4 b1+7 b2+h 11+6 b2+3 11+b b2+6 11+27 b3+20 11+1i b4+1e 11+c b4+1e 11+6 ' +
  'b4+5 b5+z b6+3 11+7 b7+9 11+85 1j+u 11 b8+15 11 b9+1 ba 11+1 b8+1 11+22 1m+2 bb+13 11+7 bc+l bd+a ' +
  'bc+8 11+l be+h bf+3 be+3 11+11 bg+r 11+j bh+m 11+8 bi bj bi bk+1g bj+e bl+1 bk+4 11+3 bk+j bm+9 bj ' +
  'bk+1 bj+1 bk 11+8 bj bn+1 bo bp+18 bo+2 bn+3 bo+1 bn+1 bp+1 bq br+3 bn 11+9 bq 11+1 bs+o 11+6 bt+9 ' +
  '11+5 bu+2 bv+z bu+4 bw bu+7 11 bx+9 by+3 bv bw+1 bv 11+7 bz+y c0 bz c1 bz 11+8 c2+1 c3 c4+1b c3+2 ' +
  'c2+8 c3+1 c4 c5+1 c4 c6+1 c4 c6 c2+3 c4 c3 c2 c7+9 c4 c8 c4 c6+2 11 3f+j 11+a c9+h 11 c9+o ca+2 cb+2 ' +
  'ca+1 cb ca cb+1 cc+1 c9 cc+1 c9 cb c9+1 cb 11+1p cd+6 11 cd 11 cd+3 11 cd+e 11 cd+9 ce 11+5 cf+1a cg ' +
  'ch+2 cg+7 11+4 ci+9 11+5 cj+1 ck+1 11 cl+7 11+1 cl+1 11+1 cl+l 11 cl+6 11 cl+1 11 cl+4 11 17 cj cl ' +
  'cj ck cj ck+3 11+1 ck+1 11+1 ck+2 11+1 cl 11+5 cj 11+4 cl+4 ck+1 11+1 cj+6 11+2 cj+4 11+3u cm+1g ' +
  'cn+2 co+7 cn+1 co+2 cn co cm+3 cp+3 cm cq+9 cp+1 11 cm co cm+2 11+t cr+1b cs ct+1 cs+5 ct cs ct+1 cs ' +
  'ct cs+1 ct cs+1 cr+3 11+7 cu+9 11+4l cv+1a cw cx+1 cw+3 11+1 cx+3 cw+1 cx cw+1 cy cz+1 d0+1 cv+2 ' +
  'cz+e cv+3 cw+1 11+x d1+1b d2+2 d3+7 d2+1 d3 d2 d3+1 d4+1 d1+1 11+a d5+9 11+5 58+c 11+i d6+16 d7 d8 ' +
  'd7 d8+1 d7+5 d8 d7 d6+1 11+5 d9+9 11+1h da+q 11+1 db+2 dc+1 db+3 dd db+4 11+3 de+9 da+1 df+2 da+7 ' +
  '11+54 dg+17 dh+2 di+8 dh di+1 dg 11+2r dj+1r dk+9 dj+8 11+b dj dl+6 11+1 dl 11+1 dl+7 11 dl+1 11 ' +
  'dl+n dm dn+4 11 dn+1 11+1 dm+1 dn dm do dn do dn dm dp+2 11+8 dq+9 11+1x dr+7 11+1 dr+12 ds+2 dt+3 ' +
  '11+1 dt+1 ds+3 dt dr du dr ds 11+q dv dw+9 dv+13 dw+5 dx dy dw+3 dz dv e0+3 dz dv dw 11+7 e1 e2+5 ' +
  'e3+1 e2+2 e1+13 e4+5 e2+c e3 e2+1 e5+2 e1 e6+2 e5+1 11+c 4i+f e7+1k 11+6 8i+9 11+6t e8+8 11 e8+10 e9 ' +
  'ea+6 11 ea+5 e9 ea e8 eb+4 11+9 ec+9 e8+i 11+2 ed ee ef+t 11+1 eg+l 11 eh eg+6 eh eg+1 eh eg+1 11+20 ' +
  'ei+6 11 ei+1 11 ei+11 ej+5 11+2 ej 11 ej+1 11 ej+6 ek ej 11+7 el+9 11+5 em+5 11 em+1 11 em+v en+4 11 ' +
  'eo+1 11 en+1 eo en eo em 11+6 ep+9 11+8l eq+i er+1 es+1 eq+1 11+6 et+1 eu ev ew+c 11 ew+x ev+1 et+4 ' +
  '11+2 ev+1 et ev et ex+1 ey+a ez+9 11+2d 7y 11+e 2t+s f0+3 2t+g 11+c f1 f2+pl 11+2t f2+32 11 f3+4 ' +
  '11+a f2+5f 11+217 f4+2q 11+c f5+gn f6+2 f7+2 f5+z f7 f5+2 f6 f7 f6 f7 f5+6m f6 f7+1 f5+4z f8+6 f9 fa ' +
  'f8+2 f9 fa f9 fa fb f5+5 fb+e 11+33d fc+ct fd fe fc+3a 11+6ns 84+fs 11+6 ff+u 11 fg+9 11+3 fh+1 ' +
  'fi+26 11 fj+9 11+5 fk+t 11+1 fl+4 fm 11+9 fn+1b fo+6 fp+2 fn+9 fp fn 11+9 fq+9 11 fn+6 11 fn+k 11+4 ' +
  'fn+i 11+j3 fr+2e fs+1 fr+1 11+2s ft+22 11+3 fu ft fv+1i 11+6 fu+3 ft+c 11+1r fw fx 7j+1 fy 11+a fz+1 ' +
  '11+d g0+4qf 11+7 g0+lb g1+d1 11+15 g0+8 11+6w6 g2+3 11 g2+6 11 g2+1 11 7t 7r+7y 7t+2 11+e 7q 11+s ' +
  '7q+2 11+1 7s 11+d 7s+3 11+7 g3+az 11+1s3 g4+2y 11+4 g4+c 11+2 g4+8 11+6 g4+9 11+1 g4 g5+1 g6 0+3 ' +
  '11+3mj 17+19 11+1 17+m 11+8 b+37 11+1n b+6t 11+9 b+12 11+1 b+1n g7 6d 17+2 b+2 6d g7+4 0+7 17+7 b+1 ' +
  '17+6 b+t 17+3 b+1o 11+k 10+1t g8+2 10 11+3d b+j 11+b b+j 11+b b+2e 11+8 b+o 11+3q b+2c 11 b+1y 11 ' +
  'b+1 11+1 b 11+1 b+1 11+1 b+3 11 b+b 11 b 11 b+6 11 b+1s 11 b+3 11+1 b+7 11 b+6 11 b+r 11 b+3 11 b+4 ' +
  '11 b 11+2 b+6 11 b+9f 11+1 b+83 11+1 g9+1d ga+e7 gb+1i ga+3 gb+1d ga+7 gb ga+d gb ga+1 gc+3 ga 11+e ' +
  'gb+4 11 gb+e 11+un i+u 11+5 i+5 11+5w gd+6 11 gd+g 11+1 gd+6 11 gd+1 11 gd+4 11+4 14+1p 11+w 16 ' +
  '11+33 ge+18 11+2 gf+6 ge+6 11+1 gg+9 11+3 ge+1 11+8v gh+t gi 11+g gj+17 gk+3 gl+9 11+4 gm 11+cv gn+r ' +
  'go+3 gp+9 11+kl 4d+6 11 4d+3 11 4d+1 11 4d+e 11 gq+5g 11+1 gq+8 gr+6 11+14 gs+1v gt+6 gs 11+3 gu+9 ' +
  '11+3 gv+1 11+ls b+1m a b+2 a b+3 11+23 b+1o 11+5d 1j+3 11 1j+q 11 1j+1 11 1j 11+1 1j 11 1j+9 11 1j+3 ' +
  '11 1j 11 1j 11+5 1j 11+3 1j 11 1j 11 1j 11 1j+2 11 1j+1 11 1j 11+1 1j 11 1j 11 1j 11 1j 11 1j 11 ' +
  '1j+1 11 1j 11+1 1j+3 11 1j+6 11 1j+3 11 1j+3 11 1j 11 1j+9 11 1j+g 11+4 1j+2 11 1j+4 11 1j+g 11+1f ' +
  '1j+1 11+7h 70+3 6t 70+12 gw+3 70+2r gw+b 70+e gw+1 70+e gw 70+d 6t gw 70+10 gw+9 p+a b+1 70+2 p+t b ' +
  '6w p+1l b+1 6w 70+2 t+1 p+b t+1 p+d 6x p+1 6x+9 p+h 70 gw+1j gx+p 7r 6t 7n gw+c 7h+9 6t 7h+j 6t 7h+1 ' +
  '6t+4 7n 6t+2 7h gw+3 7h+8 gw+6 6t+1 gw+d gy+5 gw+49 6t+w 6y 70+1 6y+8 6t+8 6y 6t+1x 6y 6t+6 75 6t+d ' +
  '70+1 6y+1 70 6y+2 6w+1 6y+1 6t+k 6x+1 6t+4 6x 6t+4 75+2 6t+1 75 6t+1 75 72+1 6y+1 6t+4 6y+b 6t+g ' +
  '70+1 6y 6t 6y 70 6y 6t+2 gz+4 6t+1q 6y 6t 6y 75+1 6t+1 75+a 6t+k 75+i 6t+2 75 6t+3 75+2 6t 75+2 6t+6 ' +
  '75 6t 75 6t+d 6x 6t 6x 6t 6x 6t+4 75 6t+3 6x 6t 6x+1 6t+21 6y 70 6t 6x+6 6t+f 6x+d 6t+c 6x+b b+7 ' +
  '6w+2 q 6y 6t+3 70 6t+n 70+6 6y+1 70+1 6y 72+1 6y+3 75 70+b 6y 70+1 6y+3 70+1 72 70+3 75+1 70+c 6t 6y ' +
  '70+1 6y 70+7 6y+1 70+8 6y 70+4 6y+2 70+b 6y+2 6w+7 6y+2 70+1 6y 70 6y 70+3 6y 70+5 6y 70+2 6y 6w+5 ' +
  '6y 6t+21 75+2 6t+2 75+4 b+11 7+2 6n+2 b+3 6t+y 75 6t+f 75+2 6t+8 75 6t+4 70+4 6y 75 6y+2 6t+2 70+1 ' +
  '6t+2 gw+3 6t+3 6y+5 70+2 6y 70 6t+1 gw+2 6y 70+1 6y 6t+8 gw+2 b+37 70+2 gw+3 70+4 b+2c 70+4 gw+5 ' +
  '6t+b gw+3 6t gw+e b+b gw+3 b+1j gw+7 b+9 gw+5 b+13 gw+7 b+t gw+1 70+1 gw+25 b+b 75 6t+1 75 6t+7 75+7 ' +
  '6t+5 75 6t+8 75+9 6t 7p 75+2 6t+6 7p 6t+1b 75 6t+1o 75+1 6t 75+1 6t 75 6t+g 75+2 6t 75+c 6t+x 6w+2b ' +
  'gw+b 70+d gw+1 6t+c gw+2 6t+8 gw+6 6t+19 gw 6t+3 75+2 gw+7 6t+d gw+3 6t+8 gw+6 75+8 gw+6 b+42 11 ' +
  'b+1i 11+10 g9+9 11+5 gw+sd 11+1 7g+wyn 9a+v 7g+37d 9a+5 7g+65 9a+1 7g+4g1 9a+d 7g+5rk 9a+2e6 7g+f1 ' +
  '9a+15r 11+1 7g+3t6 9a+4 7g+38f 9a+17il 11+e1oh 6q 0 6q+t g7+2n 6q+3j y+6n 6q+2rz 11+1ben 99+1ekd ' +
  '11+1 99+1ekd 11+1 ';
