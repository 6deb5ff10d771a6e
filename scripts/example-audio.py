"""Makes examples/example.m4a and .mp3 from the words of examples/example.vtt, and writes the time of each word into it.

Run once, by hand, where espeak-ng (libespeak-ng1) and ffmpeg are installed: python3 scripts/example-audio.py
Each cue is spoken in the time it has: times of cues stay as they are.
"""
import array, ctypes, os, re, subprocess, tempfile, wave

FOLDER = 'examples/'
READINGS = {'大変お待たせして、申し訳ございません。': 'たいへん おまたせして、もうしわけございません。'}
VOICES = {'Tobias Wren': (b'en-gb-x-rp', 42), 'Mika Haddad': (b'en-us+f3', 55)}
WAV = os.path.join(tempfile.mkdtemp(), 'example.wav')
SLOWEST, FASTEST = 90, 300
EVENT_WORD, SYNTH_RETRIEVAL, CHARS_UTF8 = 1, 1, 1
PARAMETER_RATE, PARAMETER_PITCH = 1, 3


class Event(ctypes.Structure):
    _fields_ = [('type', ctypes.c_int), ('unique', ctypes.c_uint), ('text', ctypes.c_int), ('length', ctypes.c_int),
                ('ms', ctypes.c_int), ('sample', ctypes.c_int), ('user', ctypes.c_void_p), ('id', ctypes.c_char * 8)]


library = ctypes.CDLL('libespeak-ng.so.1')
RATE = library.espeak_Initialize(SYNTH_RETRIEVAL, 0, None, 0)
samples, words = array.array('h'), []


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))
def collect(sound, count, events):
    if sound and count:
        samples.extend(sound[:count])
    i = 0
    while events[i].type:
        if events[i].type == EVENT_WORD:
            words.append((events[i].text - 1, events[i].sample))
        i += 1
    return 0


library.espeak_SetSynthCallback(collect)


def speak(text, speaker, speed):
    """Samples of a text, and (offset in characters, sample) of its words."""
    voice, pitch = VOICES[speaker]
    voice = b'ja' if text in READINGS.values() else b'ar' if re.search('[\u0600-\u06ff]', text) else voice
    library.espeak_SetVoiceByName(voice)
    library.espeak_SetParameter(PARAMETER_RATE, speed, 0)
    library.espeak_SetParameter(PARAMETER_PITCH, pitch, 0)
    del samples[:], words[:]
    data = text.encode()
    library.espeak_Synth(data, len(data) + 1, 0, 1, 0, CHARS_UTF8, None, None)
    library.espeak_Synchronize()
    loud = [i for i in range(0, len(samples), 32) if abs(samples[i]) > 200] or [0]
    first, last = loud[0], min(len(samples), loud[-1] + 600)
    return samples[first:last], [(at, max(0, sample - first)) for at, sample in words]


def fitted(text, speaker, seconds):
    low, high = SLOWEST, FASTEST
    while low < high:
        middle = (low + high) // 2
        if len(speak(text, speaker, middle)[0]) <= seconds * RATE:
            high = middle
        else:
            low = middle + 1
    return (*speak(text, speaker, low), low)


def seconds(clock):
    hours, minutes, rest = clock.split(':')
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def clock(at):
    return '%02d:%02d:%06.3f' % (at // 3600, at // 60 % 60, at % 60)


def timed(text, starts, begin, end):
    """The text with the time before each spoken word after the first.

    What espeak says in one breath ("out of") it reports once: the second word gets its share by its place in the text.
    """
    spoken = [m for m in re.finditer(r'\S+\s*', text) if re.search(r'\w', m.group())]
    known = [(at, begin + sample / RATE) for at, sample in starts] + [(len(text), end)]
    out, done = '', 0
    for match in spoken[1:]:
        own = [time for at, time in known if match.start() <= at < match.end()]
        before = max((pair for pair in known if pair[0] < match.start()), default=(0, begin))
        after = min(pair for pair in known if pair[0] >= match.end())
        share = (match.start() - before[0]) / (after[0] - before[0])
        time = own[0] if own else before[1] + share * (after[1] - before[1])
        out += f'{text[done:match.start()]}<{clock(min(max(time, begin + 0.01), end - 0.01))}>'
        done = match.start()
    return out + text[done:]


film, lines, begin, end = array.array('h'), [], 0, 0
for line in open(FOLDER + 'example.vtt', encoding='utf8'):
    line = re.sub(r'<\d\d:\d\d:\d\d\.\d{3}>', '', line)
    times = re.match(r'(\S+) --> (\S+)', line)
    voice = re.match(r'<v ([^>]+)>(.*)', line)
    if times:
        begin, end = seconds(times[1]), seconds(times[2])
    elif voice:
        said = READINGS.get(voice[2]) or re.sub(r"[^\w\s.,;:!?'’-]", ' ', voice[2])
        sound, starts, speed = fitted(said, voice[1], end - begin)
        film.extend([0] * (int(begin * RATE) - len(film)))
        film.extend(sound)
        line = f'<v {voice[1]}>{timed(voice[2], starts if said != READINGS.get(voice[2]) else [], begin, end)}\n'
        assert speed < FASTEST, f'no time for: {voice[2]}'
    lines.append(line)

with wave.open(WAV, 'wb') as out:
    out.setparams((1, 2, RATE, 0, 'NONE', ''))
    out.writeframes(film.tobytes())
open(FOLDER + 'example.vtt', 'w', encoding='utf8').write(''.join(lines))
level = ['-af', 'loudnorm=I=-16:TP=-1.5', '-ac', '1', '-ar', '24000', '-map_metadata', '-1']
exact = ['-fflags', '+bitexact', '-flags:a', '+bitexact']
base = ['ffmpeg', '-v', 'warning', '-y', '-i', WAV, *level, *exact]
subprocess.run([*base, '-c:a', 'aac', '-b:a', '48k', '-movflags', '+faststart', FOLDER + 'example.m4a'], check=True)
subprocess.run([*base, '-c:a', 'libmp3lame', '-b:a', '48k', FOLDER + 'example.mp3'], check=True)
