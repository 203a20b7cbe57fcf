"""A small picture (two lines of print) and the texts of the blocks that recognition must yield."""

from base64 import b64decode
from typing import Final

SPECIMEN: Final = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAaQAAAB4AQAAAACVvLt4AAAC40lEQVRYw+3WsY6bMBgH8A+5qm84nW/MEMUn9QXoxhDhN2hfoZ26"
    "InVhQIEIqSx9pzriRczU1aMHC/ezIderCtyV7VQyBMXyL4K/P+wP3IqPhk1talOb2tR/o0T47sunE/789URZGKfzcDHi6QQrZhVb"
    "pegadSBrFK/XqabrGnni2hQpUUSJW2FYq7U0n4p4/LNJpSgcvEpAEslBaIIKcjguq7eDilFVDISKvEpgHxdzinh1uOMmSzKdC0pB"
    "dB2qONntk0LMJY/KuaBKkwvWUHdxqIokXVDMq35QelDKK7s73R6TckZxzNCpO24f7h3kKRDmFHuZAlTv7s2oQoZepfdzteFVT4PS"
    "CSrKnI2eVfhcncUMexIpnafMYTlfrgrmaoPWl86mqOi504UISl1UyFBEs+p87uxxUKogFO+w7aQM6zWvahl1FryqFRSkQiUjBaE2"
    "RL2kelQO44YTVhQmT7zCOpxXF/W5cyQosyux5pkzVMeh5kXzj3uUdgZXeJ2iqxRbo/p1im8n0aY2talXqhr3019+LPRBf53LXrXY"
    "QRmCIyUEZbkpFxUblBY6wpETiBcpOiglFOBIATwophfV0B+2rhJS4ojZh03aMrWohv6wdSAu2m/ux3AgWPqc0ryRrXuDqkSVMJt8"
    "Ki2VZaSnDodRtZI2FXHfReuVzlFhIkQWkC2ouqINEJ+3wlZIf/WKW1LlkBULqqkbMio8+r3acRtVeT7V512TJ65tWO3VBVXmVcrt"
    "+5vSLinq6m+s9SpyKou/DCq+Kc1Un/dYUYYMqsf1NkGd/F2W1ZJyclQWV8rGH6+qgKk+75qGO7eDMpiYTT4M6pjk+0VFx+fSmIdJ"
    "DqPKszyFBcXqIUNVavWohMnMVJ/3W5GGEgeRhEw9JDf8qvSiAuJrI6jhTRkVTPV5j6oivg6DMtBjDQ4qX1ay9TUflCWuwhxP+Gaa"
    "4naqO3zBHrVO0VWKrVH9OsW3k2hTm3oV6hcD14K+Tl5/RQAAAABJRU5ErkJggg=="
)
EXPECTED: Final = ("Rural water supply", "Paid 12.50 in May")
