# docker build -t numcheck . && docker run --rm -v "$PWD:/articles:ro" numcheck check
FROM python:3.12-slim AS build
COPY . /source
RUN pip install --no-cache-dir --prefix=/installed "/source[pdf]"

FROM python:3.12-slim
RUN useradd --create-home --uid 1000 desk
COPY --from=build /installed /usr/local
USER desk
WORKDIR /articles
ENTRYPOINT ["numcheck"]
CMD ["check"]
